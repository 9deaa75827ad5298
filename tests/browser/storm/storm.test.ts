import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import { type PageServer, receivedBatches, startPageServer } from "../../support/page-server.ts";
import { decodeBatches } from "../../support/session-events.ts";
import type { ReplayPage } from "../random-dom/replay.ts";
import type { StormPage } from "./page.ts";

declare const stormPage: StormPage;
declare const replayPage: ReplayPage;

/** How long a storm may take to pass: a second without changes for each level, on a busy machine. */
const CALM_PATIENCE_MS = 60_000;

let browser: Browser;
let code: { page: string; replay: string };
let server: PageServer;
let page: Page;

before(async () => {
  const bundle = (file: string) => bundleForPage(fileURLToPath(new URL(file, import.meta.url)));
  code = { page: await bundle("page.ts"), replay: await bundle("../random-dom/replay.ts") };
  browser = await launchChromium();
});

beforeEach(async () => {
  server = await startPageServer({
    "/": `<!doctype html><body><script src="/page.js"></script></body>`,
    "/page.js": code.page,
    "/replay": `<!doctype html><body><script src="/replay.js"></script></body>`,
    "/replay.js": code.replay,
  });
  page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(() => stormPage.start());
});

afterEach(async () => {
  await page.close();
  await server.close();
});

after(() => browser.close());

test("a storm of changes is thinned, says so, and ends in the right document", async () => {
  await page.evaluate(() => stormPage.changeQuickly(30_000));
  const levels = await levelsUntilCalm();
  assert.deepEqual([levels[0], levels.at(-1)], ["Changes", "Nothing"]);
  await assertReplayEnds();
});

test("a flood is thinned more, and takes few bytes", async () => {
  await page.evaluate(() => stormPage.changeQuickly(150_000));
  const levels = await levelsUntilCalm();
  assert.ok(levels.includes("MostChanges"), levels.join());
  assert.equal(levels.at(-1), "Nothing");
  const sizeBytes = receivedBatches(server).reduce((sum, batch) => sum + batch.length, 0);
  assert.ok(sizeBytes < 200_000, `${sizeBytes} bytes for 300,000 changes`);
  await assertReplayEnds();
});

test("what is rebuilt all the time is read when it stays", async () => {
  await page.evaluate(() => stormPage.rebuild(60, 5_000));
  await assertReplayEnds();
});

/** The levels of thinning that were recorded, as soon as the last one says that all is calm. */
async function levelsUntilCalm(): Promise<string[]> {
  const deadline = Date.now() + CALM_PATIENCE_MS;
  while (Date.now() < deadline) {
    await page.evaluate(() => stormPage.flush());
    const levels = thinningLevels();
    if (levels.at(-1) === "Nothing") return levels;
  }
  throw new Error(`the storm has not passed: ${thinningLevels().join()}`);
}

function thinningLevels(): string[] {
  const events = decodeBatches(receivedBatches(server)).windows[0]?.events ?? [];
  return events.flatMap((event) => {
    const { tag, payload } = event.data as { tag?: string; payload?: { level: string } };
    return tag === "thinning" && payload ? [payload.level] : [];
  });
}

/** Holds the end of the replay against the document on the page. */
async function assertReplayEnds(): Promise<void> {
  const recorded = await page.evaluate(() => stormPage.finish());
  const events = decodeBatches(receivedBatches(server)).windows[0]?.events ?? [];
  await page.goto(`${server.url}/replay`);
  const pictures = await page.evaluate(([all, url]) => replayPage.replay(JSON.parse(all), url), [
    JSON.stringify(events),
    `${server.url}/`,
  ] as const);
  assert.equal(pictures.at(-1)?.dom, recorded);
}
