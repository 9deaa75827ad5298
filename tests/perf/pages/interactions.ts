import { Recorder } from "monitorme-recorder";
import { buildPage } from "./build-page.ts";

/** How long the page took for an interaction. */
export interface InteractionTime {
  /** Until the next paint, in steps of 8 ms. */
  readonly duration_ms: number;
  /** Until its handlers had ended. */
  readonly handled_ms: number;
}

/** What the benchmark needs of its page. */
export interface InteractionsPage {
  build(nodes: number): void;
  start(): Promise<void>;
  times(): InteractionTime[];
}

const longest = new Map<number, InteractionTime>();

const page: InteractionsPage = {
  build(nodes) {
    buildPage(document, nodes, 0);
    document.body.insertAdjacentHTML(
      "afterbegin",
      "<input id=field><output id=echo></output><button id=more type=button>More</button>",
    );
    const [field, echo, more] = ["#field", "#echo", "#more"].map((id) =>
      document.querySelector(id),
    );
    field?.addEventListener("input", () => {
      if (echo) echo.textContent = (field as HTMLInputElement).value;
    });
    more?.addEventListener("click", () => more.after(document.createElement("hr")));
  },
  async start() {
    await Recorder.init({
      endpoint: location.origin,
      ingestKey: "benchmark",
      start: "at-once",
      privacy: { level: "allow" },
    });
  },
  times: () => [...longest.values()],
};

new PerformanceObserver((list) => {
  for (const entry of list.getEntries() as PerformanceEventTiming[]) {
    const { duration, startTime, processingEnd, interactionId } = entry;
    const known = longest.get(interactionId);
    if (interactionId > 0) {
      longest.set(interactionId, {
        duration_ms: Math.max(duration, known?.duration_ms ?? 0),
        handled_ms: Math.max(processingEnd - startTime, known?.handled_ms ?? 0),
      });
    }
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });

Object.assign(globalThis, { interactionsPage: page });
