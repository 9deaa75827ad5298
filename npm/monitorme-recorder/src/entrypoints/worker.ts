import { startWorker, type WorkerScope } from "../../../../agent-wasm/worker/start-worker.ts";
import { instantiate } from "./compiled-core.ts";

// The worker of the URL form: the main thread says where the compiled core is.
startWorker(self as unknown as WorkerScope, ({ wasmUrl = "" }) => instantiate(compileAt(wasmUrl)));

/** Compiles while it loads, if the server names the type of the file as it should. */
async function compileAt(url: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compileStreaming(fetch(url));
  } catch {
    const response = await fetch(url);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}
