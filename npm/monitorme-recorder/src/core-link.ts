import type {
  CoreConfig,
  FromWorker,
  Page,
  ToWorker,
} from "../../../agent-wasm/collector/index.ts";
import type { CoreThread } from "../../../agent-wasm/worker/this-thread.ts";
import { WORKER_READY_MS } from "./limits.ts";
import { keepOpenBatch } from "./open-batch.ts";

/** The core, wherever it runs. */
export interface CoreLink {
  /** Resolves when the core runs or is closed. Rejects with the reason if it fails before. */
  readonly ready: Promise<void>;
  post(message: ToWorker): void;
  /** Has everything sent; resolves to whether the edge has acknowledged it. */
  settle(type: "flush" | "stop"): Promise<boolean>;
  /** Ends the core. What waits for an answer is told `false`. */
  close(): void;
}

/** How to start a core. */
export interface CoreSource {
  /** Starts a worker that runs the boot code of `agent-wasm/worker`. */
  startWorker(): CoreThread;
  /** Where the worker finds the compiled core, if it does not carry it. */
  readonly wasmUrl?: string;
  /** Where `core.js` is, for pages that refuse workers or WebAssembly. */
  readonly coreUrl?: string;
}

/** What a core tells by itself. */
export interface CoreEvents {
  /** Called, once, if it ends by itself after it was ready. */
  onLost(reason: string): void;
  /** The edge is known to have more style sheets. */
  onKnownSheets(hashes: string): void;
  /** What was held back is sent. */
  onReleased(): void;
}

/** Starts the core. */
export function linkCore(
  page: Page,
  source: CoreSource,
  config: CoreConfig,
  events: CoreEvents,
): CoreLink {
  const { wasmUrl, coreUrl } = source;
  const start: ToWorker = {
    type: "start",
    config,
    ...(wasmUrl === undefined ? {} : { wasmUrl }),
    ...(coreUrl === undefined ? {} : { coreUrl }),
  };
  const waiting = new Map<number, (delivered: boolean) => void>();
  /** What was posted before the core was ready. */
  const early: ToWorker[] = [];
  const lifetime = new page.AbortController();
  // Listens before the collector does, so that what the page still says goes into the next batch.
  const openBatch = keepOpenBatch(page, config.batchesUrl, lifetime.signal, (sequence) =>
    post({ type: "handed_over", sequence }),
  );
  let thread: CoreThread | null = null;
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

  try {
    run(source.startWorker(), startOnThisThread);
  } catch (refusal) {
    startOnThisThread(String(refusal));
  }

  function run(started: CoreThread, onFailure: (reason: string) => void): void {
    thread = started;
    thread.onmessage = ({ data }) =>
      data.type === "failed" ? onFailure(data.message) : take(data);
    thread.onerror = (event) => {
      event.preventDefault();
      const reason = event.message || "the worker could not be loaded";
      (isReady ? lose : onFailure)(reason);
    };
    thread.postMessage(start);
  }

  /** Where no worker may run the core, the page's own thread does, if it is told where the core is. */
  function startOnThisThread(reason: string): void {
    thread?.terminate();
    if (coreUrl === undefined) {
      lose(reason);
      return;
    }
    import(/* webpackIgnore: true */ /* @vite-ignore */ coreUrl).then(
      (core: typeof import("./entrypoints/core.ts")) => {
        if (!isClosed) {
          run(core.startOnThisThread(page), lose);
        }
      },
      () => lose(reason),
    );
  }

  function take(message: FromWorker): void {
    switch (message.type) {
      case "ready":
        isReady = true;
        clearTimeout(readyTimer);
        early.splice(0).forEach(pass);
        resolveReady();
        break;
      case "open_batch":
        openBatch.replace(message.sequence, message.batch);
        break;
      case "settled":
        waiting.get(message.request)?.(message.delivered);
        waiting.delete(message.request);
        break;
      case "refused":
        lose(`the edge answered with status ${message.status}; is the ingest key right?`);
        break;
      case "known_sheets":
        events.onKnownSheets(message.hashes);
        break;
      case "released":
        events.onReleased();
        break;
    }
  }

  function pass(message: ToWorker): void {
    thread?.postMessage(message, transferablesOf(message));
  }

  function post(message: ToWorker): void {
    if (isReady) {
      pass(message);
    } else if (!isClosed) {
      early.push(message);
    }
  }

  function close(): void {
    isClosed = true;
    clearTimeout(readyTimer);
    lifetime.abort();
    thread?.terminate();
    early.length = 0;
    for (const resolve of waiting.values()) {
      resolve(false);
    }
    waiting.clear();
    resolveReady();
  }

  function lose(reason: string): void {
    if (isClosed) {
      return;
    }
    if (!isReady) {
      rejectReady(new Error(reason));
    }
    close();
    if (isReady) {
      events.onLost(reason);
    }
  }

  return {
    ready,
    post,
    settle(type) {
      if (isClosed) {
        return Promise.resolve(false);
      }
      lastRequest += 1;
      const request = lastRequest;
      post({ type, request });
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
