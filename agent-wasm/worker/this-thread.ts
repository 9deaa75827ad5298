import type { FromWorker, ToWorker } from "../collector/messages.ts";
import type { CoreClass } from "./core.ts";
import { IDLE_TIMEOUT_MS, SLICE_MS } from "./limits.ts";
import { startWorker, type WorkerScope } from "./start-worker.ts";

/** What runs the core: a worker, or what stands in for one. */
export interface CoreThread {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
}

/**
 * Runs the core on the page's own thread, for pages that refuse workers: message by message, while
 * the page is idle. There is no journal here, as only workers can write one.
 */
export function startOnThisThread(page: Window & typeof globalThis, core: CoreClass): CoreThread {
  const waiting: ToWorker[] = [];
  const scope: WorkerScope = {
    onmessage: null,
    postMessage: (data) => thread.onmessage?.(new page.MessageEvent("message", { data })),
    isPageThread: true,
    addEventListener: (type, listener) => page.addEventListener(type, listener),
  };
  const thread: CoreThread = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      waiting.push(message);
      if (message.type === "leave") {
        // The page goes away: there will be no idle moment.
        takeWhile(() => true);
      } else if (waiting.length === 1) {
        whenIdle(runSlice);
      }
    },
    terminate() {
      scope.onmessage = null;
      waiting.length = 0;
    },
  };
  startWorker(scope, async () => core);
  return thread;

  function runSlice(deadline: Pick<IdleDeadline, "timeRemaining">): void {
    takeNext();
    takeWhile(() => deadline.timeRemaining() > 0);
    if (waiting.length > 0) {
      whenIdle(runSlice);
    }
  }

  function takeWhile(hasTime: () => boolean): void {
    while (waiting.length > 0 && hasTime()) {
      takeNext();
    }
  }

  function takeNext(): void {
    const data = waiting.shift();
    try {
      if (data !== undefined) {
        scope.onmessage?.({ data });
      }
    } catch (fault) {
      thread.onerror?.(new page.ErrorEvent("error", { message: String(fault) }));
    }
  }

  function whenIdle(run: typeof runSlice): void {
    if (page.requestIdleCallback === undefined) {
      const ends = page.performance.now() + SLICE_MS;
      page.setTimeout(() => run({ timeRemaining: () => ends - page.performance.now() }));
    } else {
      page.requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MS });
    }
  }
}
