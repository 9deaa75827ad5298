import assert from "node:assert/strict";
import { type Browser, chromium } from "playwright-core";

import type { Sink } from "./sink.ts";

/** Time in which a page must have delivered its first batch: far more than any machine needs. */
const DELIVERY_MS = 30_000;

/** A real Chromium: the one that MONITORME_CHROMIUM names, or the system's. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.MONITORME_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      // Containers seldom have the kernel features that the sandbox needs, nor a large /dev/shm.
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      // Nothing but the pages under test may use the network.
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
    ],
  });
}

/** Opens a page and asserts that its visit is recorded: that a valid batch with a full snapshot comes. */
export async function assertIsRecorded(browser: Browser, url: string, sink: Sink): Promise<void> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfailed", (request) => problems.push(`${request.url()} failed`));
  const timeout = AbortSignal.timeout(DELIVERY_MS);
  const late = new Promise<never>((_resolve, reject) => {
    timeout.onabort = () => reject(new Error(`no batch; the page said: ${problems.join("\n")}`));
  });
  try {
    const snapshot = sink.nextSnapshot();
    const address = new URL(url);
    address.searchParams.set("endpoint", sink.url);
    await page.goto(address.href);
    const header = await Promise.race([snapshot, late]);
    assert.equal(header.batchIndex, 0);
    assert.ok(header.recordCount > 0);
    assert.match(header.recorderVersion, /^\d+\.\d+\.\d+/);
  } finally {
    timeout.onabort = null;
    await page.close();
  }
}
