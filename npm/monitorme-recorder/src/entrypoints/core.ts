import { Core } from "agent-wasm-in-javascript";
import type { Page } from "../../../../agent-wasm/collector/index.ts";
import {
  type CoreThread,
  startOnThisThread as start,
} from "../../../../agent-wasm/worker/this-thread.ts";

// The core in JavaScript, loaded only by pages that refuse WebAssembly or workers.

export { Core };

/** Runs the core in idle moments of the page. */
export function startOnThisThread(page: Page): CoreThread {
  return start(page, Core);
}
