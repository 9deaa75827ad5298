import * as agentWasm from "agent-wasm";
import { startWorker, type WorkerScope } from "../../../../agent-wasm/worker/start-worker.ts";

// The worker of the URL form: the main thread says where the compiled core is.
startWorker(self as unknown as WorkerScope, agentWasm, ({ wasmUrl }) => wasmUrl ?? "");
