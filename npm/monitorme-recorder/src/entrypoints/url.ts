import { createRecorder } from "../recorder.ts";
import type { RecorderApi, UrlRecorderOptions } from "../recorder-api.ts";

export type {
  NetworkOptions,
  PrivacyOptions,
  RecorderApi,
  RecorderOptions,
  UrlRecorderOptions,
} from "../recorder-api.ts";

/**
 * The recorder of the page, for pages whose Content-Security-Policy does not allow workers from
 * Blobs: it loads `worker.js` and `agent_wasm_bg.wasm` by their addresses, and `core.js` where the
 * page refuses these.
 */
export const Recorder: RecorderApi<UrlRecorderOptions> = createRecorder(async (options) => {
  const { continueByUrl } = await import("./by-url.ts");
  return continueByUrl(options);
});
