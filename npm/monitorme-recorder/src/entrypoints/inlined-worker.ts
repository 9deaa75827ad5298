import workerSource from "monitorme-recorder:worker-source";
import type { Page } from "../../../../agent-wasm/collector/index.ts";
import type { CoreSource } from "../core-link.ts";
import type { RecorderOptions } from "../recorder-api.ts";
import { startWorkerAt } from "./worker-at.ts";

/** The worker starts from its source, which the build puts into this module. */
export function inlinedSource(page: Page, { coreUrl }: RecorderOptions): CoreSource {
  return {
    startWorker() {
      const source = new page.Blob([workerSource], { type: "text/javascript" });
      const url = page.URL.createObjectURL(source);
      try {
        return startWorkerAt(page, url);
      } finally {
        // The browser has resolved the address by now; the source is released when it has been read.
        page.URL.revokeObjectURL(url);
      }
    },
    ...(coreUrl === undefined ? {} : { coreUrl: new URL(coreUrl, page.document.baseURI).href }),
  };
}
