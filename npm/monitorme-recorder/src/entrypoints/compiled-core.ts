import { Core, initSync } from "agent-wasm";
import type { CoreClass } from "../../../../agent-wasm/worker/core.ts";

/** Gives the compiled core its memory and its imports. */
export async function instantiate(compiled: Promise<WebAssembly.Module>): Promise<CoreClass> {
  initSync({ module: await compiled });
  return Core;
}
