import type { FromWorker, ToWorker } from "../collector/messages.ts";
import { createBitmaps } from "./bitmaps.ts";
import type { Core, CoreEvent, CoreModule } from "./core.ts";

/** The part of the worker's global scope that the boot code uses. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

type Start = Extract<ToWorker, { readonly type: "start" }>;

/**
 * Runs the core in a worker: compiles it when the main thread says `start`, and passes on what
 * comes after that, in order. `wasmOf` says where the compiled core is.
 */
export function startWorker(
  scope: WorkerScope,
  module: CoreModule,
  wasmOf: (start: Start) => BufferSource | string,
): void {
  let core: Core | null = null;
  const early: ToWorker[] = [];
  const bitmaps = createBitmaps(({ at, id }, picture) => core?.captureBitmap(at, id, picture));

  async function start(message: Start): Promise<void> {
    await module.default({ module_or_path: wasmOf(message) });
    core = new module.Core(message.config, (event) => {
      scope.postMessage(messageOf(event));
    });
    scope.postMessage({ type: "ready" });
    for (const message of early.splice(0)) {
      pass(core, message);
    }
  }

  async function settle(request: number, deliver: () => Promise<boolean>): Promise<void> {
    await bitmaps.idle();
    scope.postMessage({ type: "settled", request, delivered: await deliver() });
  }

  function pass(to: Core, message: ToWorker): void {
    switch (message.type) {
      case "capture":
        to.capture(message.ops, message.lengths, message.text);
        break;
      case "bitmap":
        bitmaps.add(message);
        break;
      case "renew_session":
        to.renewSession(message.sessionId);
        break;
      case "flush":
        settle(message.request, () => to.flush());
        break;
      case "leave":
        to.leave();
        break;
      case "stop":
        settle(message.request, () => to.stop());
        break;
    }
  }

  scope.onmessage = ({ data }) => {
    if (data.type === "start") {
      start(data).catch((fault: unknown) => {
        scope.postMessage({ type: "failed", message: String(fault) });
      });
    } else if (core === null) {
      early.push(data);
    } else {
      pass(core, data);
    }
  };
}

function messageOf(event: CoreEvent): FromWorker {
  switch (event.kind) {
    case "refused":
      return { type: "refused", status: event.status };
    case "known_sheets":
      return { type: "known_sheets", hashes: event.hashes };
    default:
      return { type: "fault", message: event.message };
  }
}
