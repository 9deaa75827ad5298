import wasm from "monitorme-recorder:wasm";
import * as agentWasm from "agent-wasm";
import { startWorker, type WorkerScope } from "../../../../agent-wasm/worker/start-worker.ts";

// The worker of the inlined form, which carries the compiled core.
startWorker(self as unknown as WorkerScope, agentWasm, () => wasm);
