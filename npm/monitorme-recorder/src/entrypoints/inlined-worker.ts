import workerSource from "monitorme-recorder:worker-source";
import type { Page } from "../../../../agent-wasm/collector/index.ts";
import type { CoreWorker } from "../core-link.ts";

/** Starts the worker from its source, which the build puts into this module. */
export function startInlinedWorker(page: Page): CoreWorker {
  const source = new page.Blob([workerSource], { type: "text/javascript" });
  const url = page.URL.createObjectURL(source);
  try {
    return { worker: new page.Worker(url, { name: "monitorme" }) };
  } finally {
    // The browser has resolved the address by now; the source is released when it has been read.
    page.URL.revokeObjectURL(url);
  }
}
