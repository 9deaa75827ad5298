import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import { startPageServer } from "../../support/page-server.ts";
import { createMemoryMeter, type Memory } from "./memory.ts";
import type { SoakPage } from "./page.ts";

declare const soakPage: SoakPage;

/** How many are mounted and removed, after others have brought everything to its size. */
const MOUNTS = Number(process.env.MONITORME_MOUNTS ?? 1_000);
const WARM_UP = 1_000;

/**
 * What one mount may leave behind, in bytes. An entry in any table that is not cleared takes as much
 * together with what it keeps alive; a leaked frame takes some 300,000.
 */
const HEAP_BYTES_PER_MOUNT_MAX = 100;

/** What the worker may grow by: noise of its two heaps. One forgotten node a mount takes more. */
const WORKER_BYTES_PER_MOUNT_MAX = 100;

/** Documents, nodes and listeners that may be between two collections when they are counted. */
const COUNTED_MAX = 20;

let browser: Browser;
let code: string;

before(async () => {
  browser = await launchChromium();
  code = await bundleForPage(fileURLToPath(new URL("page.ts", import.meta.url)));
});

after(() => browser.close());

test(`${MOUNTS} components that come and go leave nothing behind`, () =>
  soak((count) => soakPage.removeComponents(count)));

test(`${MOUNTS} frames that come and go leave nothing behind`, () =>
  soak((count) => soakPage.mountFrames(count)));

async function soak(mount: (count: number) => Promise<void>): Promise<void> {
  const { before: first, after: last } = await measure(mount);
  console.log(JSON.stringify(first), JSON.stringify(last));
  const heapSlope = (last.heapBytes - first.heapBytes) / MOUNTS;
  assert.ok(heapSlope <= HEAP_BYTES_PER_MOUNT_MAX, `${heapSlope} bytes of heap a mount`);
  const workerSlope = (last.workerBytes - first.workerBytes) / MOUNTS;
  assert.ok(
    workerSlope <= WORKER_BYTES_PER_MOUNT_MAX,
    `${workerSlope} bytes in the worker a mount`,
  );
  for (const counter of ["documents", "nodes", "listeners"] as const) {
    const grown = last[counter] - first[counter];
    assert.ok(grown <= COUNTED_MAX, `${grown} ${counter} were left behind`);
  }
}

/** The memory before and after the mounts. */
async function measure(
  mount: (count: number) => Promise<void>,
): Promise<{ before: Memory; after: Memory }> {
  const html = '<!doctype html><title>Soak</title><body><script src="/page.js"></script>';
  const server = await startPageServer({ "/": html, "/page.js": code });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => soakPage.start());
    const meter = await createMemoryMeter(context, page);
    const memoryAfter = async (count: number): Promise<Memory> => {
      await page.evaluate(mount, count);
      assert.ok(await page.evaluate(() => soakPage.flush()), "not everything was delivered");
      return meter.read();
    };
    return { before: await memoryAfter(WARM_UP), after: await memoryAfter(MOUNTS) };
  } finally {
    await context.close();
    await server.close();
  }
}
