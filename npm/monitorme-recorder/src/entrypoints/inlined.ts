import workerSource from "monitorme-recorder:worker-source";
import type { Page } from "../../../../agent-wasm/collector/index.ts";
import { type ContinueRecording, continueRecording } from "../continuation.ts";
import type { CoreSource } from "../core-link.ts";
import type { RecorderOptions } from "../recorder-api.ts";
import { startWorkerAt } from "./worker-at.ts";

// What the inlined form loads after the first paint.

/** Goes on with a worker that is part of this module. */
export function continueInlined(options: RecorderOptions): ContinueRecording {
  return (begun) => continueRecording(begun, inlinedSource(begun.page, options));
}

/** The worker starts from its source, which the build puts into this module. */
function inlinedSource(page: Page, { coreUrl }: RecorderOptions): CoreSource {
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
