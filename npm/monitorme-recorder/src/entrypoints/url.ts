import type { Page } from "../../../../agent-wasm/collector/index.ts";
import type { CoreSource } from "../core-link.ts";
import { createRecorder } from "../recorder.ts";
import type { RecorderApi, UrlRecorderOptions } from "../recorder-api.ts";
import { startWorkerAt } from "./worker-at.ts";

export type {
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
export const Recorder: RecorderApi<UrlRecorderOptions> = createRecorder(sourceByUrl);

function sourceByUrl(page: Page, options: UrlRecorderOptions): CoreSource {
  const {
    workerUrl = new URL("./worker.js", import.meta.url),
    wasmUrl = new URL("./agent_wasm_bg.wasm", import.meta.url),
    coreUrl = new URL("./core.js", import.meta.url),
  } = options;
  const absolute = (url: string | URL) => new URL(url, page.document.baseURI).href;
  return {
    startWorker: () => startWorkerAt(page, absolute(workerUrl)),
    wasmUrl: absolute(wasmUrl),
    coreUrl: absolute(coreUrl),
  };
}
