import { createRecorder } from "./recorder.ts";
import type { RecorderApi } from "./recorder-api.ts";

export type {
  NetworkOptions,
  PrivacyOptions,
  RecorderApi,
  RecorderOptions,
} from "./recorder-api.ts";

/**
 * The recorder of the page. What it does not need at once it loads later, its worker included, which
 * starts from a Blob.
 *
 * @example
 * ```js
 * import { Recorder } from "monitorme-recorder";
 * await Recorder.init({ endpoint: "https://edge.example.com", ingestKey: "mm_ingest_…" });
 * ```
 */
export const Recorder: RecorderApi = createRecorder(async (options) => {
  const { continueInlined } = await import("./entrypoints/inlined.ts");
  return continueInlined(options);
});
