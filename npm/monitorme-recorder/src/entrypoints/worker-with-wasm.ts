import wasm from "monitorme-recorder:wasm";
import { startWorker, type WorkerScope } from "../../../../agent-wasm/worker/start-worker.ts";
import { instantiate } from "./compiled-core.ts";

// The worker of the inlined form, which carries the compiled core.
startWorker(self as unknown as WorkerScope, () => instantiate(WebAssembly.compile(wasm)));
