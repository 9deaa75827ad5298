import zippedWasm from "monitorme-recorder:wasm";
import { startWorker, type WorkerScope } from "../../../../agent-wasm/worker/start-worker.ts";
import { instantiate } from "./compiled-core.ts";

// The worker of the inlined form, which carries the compiled core. The page's thread has to read past
// it and to copy it, so it is compressed.
startWorker(self as unknown as WorkerScope, () =>
  instantiate(WebAssembly.compileStreaming(unzipped())),
);

function unzipped(): Response {
  const bytes = new Blob([zippedWasm]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}
