import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { receivedBatches, startPageServer } from "../../support/page-server.ts";
import { type DecodedSession, decodeBatches } from "../../support/session-events.ts";
import type { RecordedPage } from "./recorded-page.ts";
import type { ReplayedPage } from "./replayed-page.ts";

declare const recordedPage: RecordedPage;
declare const replayedPage: ReplayedPage;

/** Pictures are decoded in the background of a replay. */
const REPLAY_TIMEOUT_MS = 15_000;

/** What a visitor does on a page; how things are is compared after each step. */
export interface Visit {
  /** A file in `pages`. */
  readonly page: string;
  readonly context?: BrowserContextOptions;
  /** Before the recorder starts. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly steps: readonly ((page: Page) => Promise<unknown>)[];
}

/** Records a visit, replays it with the dashboard's player and compares every step, forth and back. */
export async function compareWithReplay(browser: Browser, visit: Visit): Promise<DecodedSession> {
  const [html, recorder, player] = await Promise.all([
    readFile(new URL(`pages/${visit.page}`, import.meta.url), "utf8"),
    bundle("recorded-page.ts"),
    bundle("replayed-page.ts"),
  ]);
  const server = await startPageServer({
    "/": `${html}<script src="/recorder.js"></script>`,
    "/recorder.js": recorder,
    "/replay": `<!doctype html><title>Replay</title><body><script src="/player.js"></script>`,
    "/player.js": player,
  });
  try {
    const pictures = await record(browser, server.url, visit);
    const session = decodeBatches(receivedBatches(server));
    await replay(browser, `${server.url}/replay`, session, pictures);
    return session;
  } finally {
    await server.close();
  }
}

async function record(browser: Browser, url: string, visit: Visit): Promise<string[][]> {
  const context = await browser.newContext(visit.context);
  try {
    const page = await context.newPage();
    await page.goto(url);
    await visit.before?.(page);
    await page.evaluate(() => recordedPage.start());
    const pictures = [await page.evaluate(() => recordedPage.look())];
    for (const step of visit.steps) {
      await step(page);
      pictures.push(await page.evaluate(() => recordedPage.look()));
    }
    await page.evaluate(() => recordedPage.flush());
    return pictures;
  } finally {
    await context.close();
  }
}

async function replay(
  browser: Browser,
  url: string,
  session: DecodedSession,
  pictures: readonly string[][],
): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.evaluate((json) => replayedPage.open(json), JSON.stringify(session));
    const forth = pictures.map((picture, checkpoint) => ({ picture, checkpoint }));
    for (const { picture, checkpoint } of [...forth, ...forth.toReversed()]) {
      const shown = await settled(page, checkpoint, picture);
      assert.deepEqual(shown, picture, `step ${checkpoint} looks different in the replay`);
    }
  } finally {
    await page.close();
  }
}

/** How the replay looks once it looks as it should, or when waiting for that was in vain. */
async function settled(
  page: Page,
  checkpoint: number,
  wanted: readonly string[],
): Promise<string[]> {
  const deadline = Date.now() + REPLAY_TIMEOUT_MS;
  let shown = await page.evaluate((at) => replayedPage.lookAt(at), checkpoint);
  while (shown.join() !== wanted.join() && Date.now() < deadline) {
    shown = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          requestAnimationFrame(() => resolve(replayedPage.look())),
        ),
    );
  }
  return shown;
}

function bundle(file: string): Promise<string> {
  return bundleForPage(fileURLToPath(new URL(file, import.meta.url)));
}
