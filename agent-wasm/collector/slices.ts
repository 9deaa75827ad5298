import type { Page } from "./document/dom-reads.ts";
import type { Guard } from "./guard.ts";
import { SLICE_MS } from "./limits.ts";

/** Long work in short slices; between two of them the page can react to its visitor. */
export interface Slices {
  /**
   * Adds a step. In each slice all steps are called in the order in which they were added, until
   * one says that it is not done; each should return before the clock passes its deadline.
   */
  add(step: (deadline: number) => boolean): void;
  /** Begins with a slice right now. */
  start(): void;
  /** Sees to it that the steps are called again. */
  request(): void;
  stop(): void;
}

export function createSlices(page: Page, guard: Guard): Slices {
  const steps: ((deadline: number) => boolean)[] = [];
  let state: "idle" | "waiting" | "running" | "stopped" = "idle";
  let isRequested = false;

  const run = guard.wrap(() => {
    if (state === "stopped") {
      return;
    }
    state = "running";
    isRequested = false;
    const deadline = page.performance.now() + SLICE_MS;
    let isDone = false;
    try {
      isDone = steps.every((step) => step(deadline));
    } finally {
      state = "idle";
      if (!isDone || isRequested) {
        request();
      }
    }
  });

  function request(): void {
    isRequested = true;
    if (state === "idle") {
      state = "waiting";
      yieldToPage(page, run);
    }
  }

  return {
    add(step) {
      steps.push(step);
    },
    start: run,
    request,
    stop() {
      state = "stopped";
    },
  };
}

/** Calls back once the browser has had the chance to take care of input and painting. */
function yieldToPage(page: Page, resume: () => void): void {
  // Idle callbacks would stretch a snapshot over half a second, with more changes to chase.
  const scheduler: { yield?: () => Promise<void> } | undefined = Reflect.get(page, "scheduler");
  if (scheduler?.yield !== undefined) {
    scheduler.yield().then(resume, resume);
    return;
  }
  const channel = new page.MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    resume();
  };
  channel.port2.postMessage(null);
}
