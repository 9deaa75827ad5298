import { startWorker, type WorkerScope } from "../../../../agent-wasm/worker/start-worker.ts";
import { instantiate } from "./compiled-core.ts";

// The worker of the URL form: the main thread says where the compiled core is.
startWorker(self as unknown as WorkerScope, ({ wasmUrl = "" }) => instantiate(compileAt(wasmUrl)));

/** Compiles while it loads, which browsers do if the server names the type of the file as it should. */
async function compileAt(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
