import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { receivedBatches, receivedSheets, startPageServer } from "../page-server.ts";
import { type DecodedSession, decodeBatches } from "../session-events.ts";
import { firstDifference } from "./first-difference.ts";
import type { RecordedPage } from "./recorded-page.ts";
import type { ReplayedPage } from "./replayed-page.ts";

declare const recordedPage: RecordedPage;
declare const replayedPage: ReplayedPage;

/** Pictures are decoded in the background of a replay. */
const REPLAY_TIMEOUT_MS = 15_000;

/** What is visited, and with what it is replayed. */
export interface Site {
  /** By their paths; the page at `/` makes `recordedPage` known. */
  readonly files: Record<string, string | Buffer>;
  /** A script that makes `replayedPage` known. */
  readonly player: string;
}

/** What a visitor does on a page; how things are is compared after each step. */
export interface Visit {
  readonly context?: BrowserContextOptions;
  /** Before the recorder starts. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly steps: readonly ((page: Page) => Promise<unknown>)[];
  /** How many moments are also compared on the way back; all of them unless told. */
  readonly back?: number;
}

/** A visit whose replay is like it. */
export interface Compared {
  readonly session: DecodedSession;
  /** How things were before the first step and after each. */
  readonly pictures: readonly string[];
}

/** Records a visit, replays it with the dashboard's player and compares every step, forth and back. */
export async function compareWithReplay(
  browser: Browser,
  site: Site,
  visit: Visit,
): Promise<Compared> {
  const server = await startPageServer({
    ...site.files,
    "/replay": `<!doctype html><title>Replay</title><body><script src="/player.js"></script>`,
    "/player.js": site.player,
  });
  try {
    const pictures = await record(browser, server.url, visit);
    const session = decodeBatches(receivedBatches(server), receivedSheets(server));
    await replay(browser, `${server.url}/replay`, session, pictures, visit.back);
    return { session, pictures };
  } finally {
    await server.close();
  }
}

async function record(browser: Browser, url: string, visit: Visit): Promise<string[]> {
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
  pictures: readonly string[],
  back = pictures.length,
): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.evaluate((json) => replayedPage.open(json), JSON.stringify(session));
    const forth = pictures.map((picture, checkpoint) => ({ picture, checkpoint }));
    const stride = Math.ceil(pictures.length / back);
    const again = forth.filter((_, index) => index % stride === 0).toReversed();
    for (const { picture, checkpoint } of [...forth, ...again]) {
      const shown = await settled(page, checkpoint, picture);
      const difference = firstDifference(shown, picture);
      assert.ok(difference === null, `step ${checkpoint} looks different: ${difference}`);
    }
  } finally {
    await page.close();
  }
}

/** How the replay looks once it looks as it should, or when waiting for that was in vain. */
async function settled(page: Page, checkpoint: number, wanted: string): Promise<string> {
  const deadline = Date.now() + REPLAY_TIMEOUT_MS;
  let shown = await page.evaluate((at) => replayedPage.lookAt(at), checkpoint);
  while (shown !== wanted && Date.now() < deadline) {
    shown = await page.evaluate(
      () =>
        new Promise<string>((resolve) => requestAnimationFrame(() => resolve(replayedPage.look()))),
    );
  }
  return shown;
}
