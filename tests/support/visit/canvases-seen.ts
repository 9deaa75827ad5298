import type { Page } from "playwright-core";

import type { RecordedPage } from "./recorded-page.ts";

declare const recordedPage: RecordedPage;

/** Waits until the recorder has what so many canvases of a page show by the time of the call. */
export function untilCanvasesAreSeen(canvases: number): (page: Page) => Promise<void> {
  return async (page) => {
    const seen = await page.evaluate(() => recordedPage.bitmapCount());
    // The second time, all of them show what they show by this call.
    const wanted = seen + 2 * canvases;
    await page.waitForFunction((count) => recordedPage.bitmapCount() >= count, wanted);
    // They are encoded before a flush ends.
    await page.evaluate(() => recordedPage.flush());
  };
}
