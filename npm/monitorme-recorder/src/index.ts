import { inlinedSource } from "./entrypoints/inlined-worker.ts";
import { createRecorder } from "./recorder.ts";
import type { RecorderApi } from "./recorder-api.ts";

export type { PrivacyOptions, RecorderApi, RecorderOptions } from "./recorder-api.ts";

/**
 * The recorder of the page, with everything it needs inside: its worker starts from a Blob.
 *
 * @example
 * ```js
 * import { Recorder } from "monitorme-recorder";
 * await Recorder.init({ endpoint: "https://edge.example.com", ingestKey: "mm_ingest_…" });
 * ```
 */
export const Recorder: RecorderApi = createRecorder(inlinedSource);
