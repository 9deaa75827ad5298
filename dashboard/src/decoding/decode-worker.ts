// The worker in which recordings are decoded: unpacking a long session takes hundreds of
// milliseconds, during which the page must stay usable.

import initialize, {
  decode_session,
  named_sheets,
  Sheets,
} from "../../decoder/pkg/monitorme_decoder.js";
import { readSheet } from "../api/sheets.ts";
import { SHEETS_AT_ONCE } from "../limits.ts";
import type { DecodeOutcome, DecodeRequest } from "./decode.ts";
import { recordingFromJson } from "./recording-from-json.ts";

self.addEventListener("message", (message: MessageEvent<DecodeRequest>) => {
  decode(message.data).then((outcome) => self.postMessage(outcome));
});

async function decode({ session, segments }: DecodeRequest): Promise<DecodeOutcome> {
  try {
    await initialize();
    const sheets = await collectSheets(session, named_sheets(segments));
    return { decoded: recordingFromJson(JSON.parse(decode_session(segments, sheets))) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** A sheet that is not there, as when it never reached the edge, is left to its address. */
async function collectSheets(session: string, hashes: string[]): Promise<Sheets> {
  const sheets = new Sheets();
  const rest = hashes.values();
  const collect = async () => {
    for (const hash of rest) {
      const sealed = await readSheet(session, hash);
      if (sealed !== null) {
        sheets.add(sealed);
      }
    }
  };
  await Promise.all(Array.from({ length: SHEETS_AT_ONCE }, collect));
  return sheets;
}
