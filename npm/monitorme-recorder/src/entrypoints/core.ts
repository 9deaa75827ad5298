import * as coreInJavaScript from "agent-wasm-in-javascript";
import type { Page } from "../../../../agent-wasm/collector/index.ts";
import type { CoreModule } from "../../../../agent-wasm/worker/core.ts";
import {
  type CoreThread,
  startOnThisThread as start,
} from "../../../../agent-wasm/worker/this-thread.ts";

// The core in JavaScript, loaded only by pages that refuse WebAssembly or workers.

export const Core: CoreModule["Core"] = coreInJavaScript.Core;

/** There is nothing to compile. */
const compile: CoreModule["default"] = () => Promise.resolve();
// biome-ignore lint/style/noDefaultExport: This is the shape of the module that wasm-bindgen makes.
export default compile;

/** Runs the core in idle moments of the page. */
export function startOnThisThread(page: Page): CoreThread {
  return start(page, { default: compile, Core });
}
