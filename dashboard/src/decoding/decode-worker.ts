// The worker in which recordings are decoded: unpacking a long session takes hundreds of
// milliseconds, during which the page must stay usable.

import initialize, { decode_session } from "../../decoder/pkg/monitorme_decoder.js";
import type { DecodeOutcome } from "./decode.ts";
import { recordingFromJson } from "./recording-from-json.ts";

self.addEventListener("message", (message: MessageEvent<Uint8Array>) => {
  decode(message.data).then((outcome) => self.postMessage(outcome));
});

async function decode(segments: Uint8Array): Promise<DecodeOutcome> {
  try {
    await initialize();
    return { decoded: recordingFromJson(JSON.parse(decode_session(segments))) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
