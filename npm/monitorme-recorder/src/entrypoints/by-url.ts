import type { Page } from "../../../../agent-wasm/collector/index.ts";
import { type ContinueRecording, continueRecording } from "../continuation.ts";
import type { CoreSource } from "../core-link.ts";
import type { UrlRecorderOptions } from "../recorder-api.ts";
import { startWorkerAt } from "./worker-at.ts";

// What the URL form loads after the first paint.

/** Goes on with a worker that is loaded by its address. */
export function continueByUrl(options: UrlRecorderOptions): ContinueRecording {
  return (begun) => continueRecording(begun, sourceByUrl(begun.page, options));
}

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
