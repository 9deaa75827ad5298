import { sentence } from "../format/sentence.ts";
import type { Recording } from "./recording.ts";

/** What the worker is asked: the stored records of a session. */
export interface DecodeRequest {
  readonly session: string;
  readonly segments: Uint8Array;
}

/** What the worker answers: a recording (`null` when it holds no record), or why there is none. */
export type DecodeOutcome = { readonly decoded: Recording | null } | { readonly failure: string };

/** Stored bytes that cannot be decoded; `message` is the decoder's reason as a sentence. */
export class DecodeFailure extends Error {
  constructor(reason: string) {
    super(sentence(reason));
    this.name = "DecodeFailure";
  }
}

/**
 * Decodes the stored records of a session in a worker of their own, which ends with them, so that
 * the memory goes back too; it fetches the style sheets that they name. Takes over `segments`. Rejects with a `DecodeFailure`, or with the
 * reason of `signal` when that is aborted.
 */
export function decode(
  { session, segments }: DecodeRequest,
  signal: AbortSignal,
): Promise<Recording | null> {
  const worker = new Worker(new URL("./decode-worker.ts", import.meta.url), { type: "module" });
  const outcome = new Promise<Recording | null>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<DecodeOutcome>) => {
      if ("failure" in data) {
        reject(new DecodeFailure(data.failure));
      } else {
        resolve(data.decoded);
      }
    });
    worker.addEventListener("error", (event) => {
      reject(new DecodeFailure(event.message || "the decoder could not be loaded"));
    });
    worker.postMessage({ session, segments } satisfies DecodeRequest, [segments.buffer]);
  });
  return outcome.finally(() => worker.terminate());
}
