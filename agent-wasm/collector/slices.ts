import type { Page } from "./document/dom-reads.ts";
import type { Guard } from "./guard.ts";
import { SLICE_MS, STEPS_PER_CLOCK_READ } from "./limits.ts";

/** The time that work may take before the page gets its turn. */
export interface Slice {
  /** Whether it is time to stop; to be asked once per node, rule or record. */
  isOver(): boolean;
}

/** Does work until the slice is over; says whether it is done. Called again if it is not. */
export type Step = (slice: Slice) => boolean;

/** Long work in short slices; between two of them the page can react to its visitor. */
export interface Slices {
  /** Adds a step. In each slice all steps are called in this order, until one is not done. */
  add(step: Step): void;
  /** Sees to it that the steps are called again. */
  request(): void;
  stop(): void;
}

/** A slice of the usual length that begins right now. */
export function beginSlice(page: Page): Slice {
  const deadline = page.performance.now() + SLICE_MS;
  let left = STEPS_PER_CLOCK_READ;
  let isOver = false;
  return {
    isOver() {
      if (!isOver && --left === 0) {
        left = STEPS_PER_CLOCK_READ;
        isOver = page.performance.now() >= deadline;
      }
      return isOver;
    },
  };
}

export function createSlices(page: Page, guard: Guard): Slices {
  const steps: Step[] = [];
  let state: "idle" | "waiting" | "running" | "stopped" = "idle";
  let isRequested = false;

  const run = guard.wrap(() => {
    if (state === "stopped") {
      return;
    }
    state = "running";
    isRequested = false;
    const slice = beginSlice(page);
    let isDone = false;
    try {
      isDone = steps.every((step) => step(slice));
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
    request,
    stop() {
      state = "stopped";
    },
  };
}

/** Calls back once the browser has had the chance to take care of input and painting. */
export function yieldToPage(page: Page, resume: () => void): void {
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
