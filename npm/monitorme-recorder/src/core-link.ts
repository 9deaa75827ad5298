import type { CoreConfig, FromWorker, ToWorker } from "../../../agent-wasm/collector/index.ts";
import { WORKER_READY_MS } from "./limits.ts";

/** The core in its worker. */
export interface CoreLink {
  /** Resolves when the core runs. Rejects with the reason if it does not come to that. */
  readonly ready: Promise<void>;
  post(message: ToWorker): void;
  /** Has everything sent; resolves to whether the edge has acknowledged it. */
  settle(type: "flush" | "stop"): Promise<boolean>;
  /** Ends the worker. What waits for an answer is told `false`. */
  close(): void;
}

/** A worker that runs the boot code of `agent-wasm/worker`. */
export interface CoreWorker {
  readonly worker: Worker;
  /** Where the worker finds the compiled core, if it does not carry it. */
  readonly wasmUrl?: string;
}

/**
 * Starts the core. `onLost` is called, once, if it ends by itself after it was ready;
 * `onKnownSheets` whenever the edge is known to have more style sheets.
 */
export function linkCore(
  { worker, wasmUrl }: CoreWorker,
  config: CoreConfig,
  onLost: (reason: string) => void,
  onKnownSheets: (hashes: string) => void,
): CoreLink {
  const waiting = new Map<number, (delivered: boolean) => void>();
  let lastRequest = 0;
  let isClosed = false;
  let isReady = false;
  let resolveReady: () => void;
  let rejectReady: (reason: Error) => void;
  const ready = new Promise<void>((resolve, reject) => {
    resolveReady = resolve;
    rejectReady = reject;
  });
  // Where nobody waits for it, as when the collector cannot start, nobody is to hear of it either.
  ready.catch(() => {});
  const readyTimer = setTimeout(() => lose("the worker did not get ready"), WORKER_READY_MS);

  function close(): void {
    isClosed = true;
    clearTimeout(readyTimer);
    worker.terminate();
    for (const resolve of waiting.values()) {
      resolve(false);
    }
    waiting.clear();
  }

  function lose(reason: string): void {
    if (isClosed) {
      return;
    }
    close();
    if (isReady) {
      onLost(reason);
    } else {
      rejectReady(new Error(reason));
    }
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.type) {
      case "ready":
        isReady = true;
        clearTimeout(readyTimer);
        resolveReady();
        break;
      case "settled":
        waiting.get(data.request)?.(data.delivered);
        waiting.delete(data.request);
        break;
      case "refused":
        lose(`the edge answered with status ${data.status}; is the ingest key right?`);
        break;
      case "known_sheets":
        onKnownSheets(data.hashes);
        break;
      case "failed":
        lose(data.message);
        break;
      case "fault":
        break;
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    lose(event.message || "the worker could not be loaded");
  };
  worker.postMessage({ type: "start", config, ...(wasmUrl === undefined ? {} : { wasmUrl }) });

  return {
    ready,
    post(message) {
      worker.postMessage(message, transferablesOf(message));
    },
    settle(type) {
      if (isClosed) {
        return Promise.resolve(false);
      }
      lastRequest += 1;
      const request = lastRequest;
      worker.postMessage({ type, request });
      return new Promise((resolve) => waiting.set(request, resolve));
    },
    close,
  };
}

function transferablesOf(message: ToWorker): Transferable[] {
  switch (message.type) {
    case "capture":
      return [message.ops.buffer, message.lengths.buffer];
    case "bitmap":
      return [message.bitmap];
    default:
      return [];
  }
}
