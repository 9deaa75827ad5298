import type { Page } from "../../../agent-wasm/collector/index.ts";
import { PAINT_AFTER_LOAD_MS } from "./limits.ts";

/** Resolves when the page has been painted once, or some time after it was loaded without. */
export function firstPaint(page: Page): Promise<void> {
  const { document, performance, PerformanceObserver: Observer } = page;
  if (performance.getEntriesByType("paint").length > 0) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const giveUpLater = () => page.setTimeout(resolve, PAINT_AFTER_LOAD_MS);
    if (document.readyState === "complete") {
      giveUpLater();
    } else {
      page.addEventListener("load", giveUpLater, { once: true });
    }
    if (Observer.supportedEntryTypes.includes("paint")) {
      const observer = new Observer(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe({ type: "paint" });
    }
  });
}
