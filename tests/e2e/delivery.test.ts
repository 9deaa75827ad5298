import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../support/edge.ts";
import { type PageServer, startPageServer } from "../support/page-server.ts";
import { storedSession, waitForSession } from "../support/stored-session.ts";
import { allTicks, recordedTicks } from "../support/ticks.ts";
import type { TickingPage } from "./pages/ticking.ts";

declare const tickingPage: TickingPage;

const TICK_MS = 50;
const OUTAGE_MS = 20_000;
const VISITS = 10;
/** Of a batch that may outlive its page; all of those in flight share 64 KiB. */
const NEWS_BYTES = 25_000;
/** What a page that is closed may lose. */
const LOSS_MS_MAX = 1_000;

let browser: Browser;
let server: PageServer;
let edge: Edge;

before(async () => {
  const code = await bundleForPage(fileURLToPath(new URL("pages/ticking.ts", import.meta.url)));
  server = await startPageServer({
    "/": "<!doctype html><title>Ticking</title><body><script src=/page.js></script>",
    "/page.js": code,
  });
  [browser, edge] = await Promise.all([launchChromium(), startEdge([server.url])]);
});

after(async () => {
  await browser.close();
  await edge.remove();
  await server.close();
});

test("a page closed in the middle of things loses at most a second", async () => {
  const { page, session } = await openTickingPage();
  await pause(2_500);
  const last = await page.evaluate(() => tickingPage.lastTick());
  await page.close();

  const lostAtMost = LOSS_MS_MAX / TICK_MS;
  let recorded: number[] = [];
  await waitForSession(edge, session);
  for (let attempt = 0; attempt < 50 && recorded.length < last; attempt += 1) {
    recorded = recordedTicks(await storedSession(edge, session));
    if (recorded.length < last) await pause(100);
  }
  assert.deepEqual(recorded, allTicks(recorded.length), "a tick is missing or doubled");
  console.log(`closed after tick ${last}, recorded up to ${recorded.length}`);
  assert.ok(recorded.length >= last - lostAtMost, `only ${recorded.length} of ${last} ticks`);
});

test("the end of a visit arrives whenever its page is closed", async () => {
  for (let visit = 0; visit < VISITS; visit += 1) {
    const { page, session } = await openTickingPage();
    // Less than what a batch may wait.
    await pause(700);
    await page.close();
    await waitForSession(edge, session);
  }
});

test("an edge that is away for 20 seconds costs nothing and doubles nothing", async () => {
  const { page, session } = await openTickingPage();
  await pause(6_000);
  await edge.stop();
  await pause(OUTAGE_MS);
  await edge.start();
  await pause(6_000);
  await page.evaluate(() => tickingPage.stopTicking());
  const last = await page.evaluate(() => tickingPage.lastTick());
  await deliverAll(page);
  await page.close();

  const recorded = recordedTicks(await storedSession(edge, session));
  assert.deepEqual(recorded, allTicks(last));
});

test("a page on which little happens delivers more than browsers keep alive at a time", async () => {
  const { page } = await openTickingPage();
  await page.evaluate(() => tickingPage.stopTicking());
  for (let sent = 0; sent < 4 * NEWS_BYTES; sent += NEWS_BYTES) {
    await page.evaluate((length) => {
      const random = () => Math.random().toString(36).slice(2);
      const news = Array.from({ length: length / 10 }, random).join("");
      document.body.append(news.slice(0, length));
    }, NEWS_BYTES);
    assert.ok(await page.evaluate(() => tickingPage.flush()), `not beyond ${sent} bytes`);
  }
  await page.close();
});

async function openTickingPage(): Promise<{ page: Page; session: string }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  const session = await page.evaluate(
    ([endpoint, key, interval]) => tickingPage.start(endpoint, key, interval),
    [edge.url, INGEST_KEY, TICK_MS] as const,
  );
  return { page, session };
}

/** A flush ends at the latest with the next failed attempt, so it is asked for until it succeeds. */
async function deliverAll(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await page.evaluate(() => tickingPage.flush())) return;
  }
  assert.fail("the recorder could not deliver after the edge came back");
}
