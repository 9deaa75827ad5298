import type { Page } from "../../../../agent-wasm/collector/index.ts";
import type { CoreWorker } from "../core-link.ts";
import { createRecorder } from "../recorder.ts";
import type { RecorderApi, UrlRecorderOptions } from "../recorder-api.ts";

export type {
  PrivacyOptions,
  RecorderApi,
  RecorderOptions,
  UrlRecorderOptions,
} from "../recorder-api.ts";

/**
 * The recorder of the page, for pages whose Content-Security-Policy does not allow workers from
 * Blobs: it loads `worker.js` and `agent_wasm_bg.wasm` by their addresses.
 */
export const Recorder: RecorderApi<UrlRecorderOptions> = createRecorder(startWorkerByUrl);

function startWorkerByUrl(page: Page, options: UrlRecorderOptions): CoreWorker {
  const {
    workerUrl = new URL("./worker.js", import.meta.url),
    wasmUrl = new URL("./agent_wasm_bg.wasm", import.meta.url),
  } = options;
  return {
    worker: new page.Worker(workerUrl, { name: "monitorme" }),
    wasmUrl: new URL(wasmUrl, page.document.baseURI).href,
  };
}
