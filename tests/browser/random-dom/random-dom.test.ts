import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import {
  type PageServer,
  receivedBatches,
  receivedSheets,
  startPageServer,
} from "../../support/page-server.ts";
import { decodeBatches } from "../../support/session-events.ts";
import type { Picture, RandomDomPage } from "./page.ts";
import type { ReplayPage } from "./replay.ts";

declare const randomDomPage: RandomDomPage;
declare const replayPage: ReplayPage;

/** Scripts, and how many of them share a page. `MONITORME_SEED` moves to others. */
const SCRIPTS = Number(process.env.MONITORME_SCRIPTS ?? 2_000);
const SCRIPTS_PER_PAGE = 50;
/** In slices a script takes some five times as long. */
const SLICED_SCRIPTS = Math.ceil(SCRIPTS / 8);
/** Only the first of a page runs during the first snapshot. */
const SLICED_SCRIPTS_PER_PAGE = 10;
const FIRST_SEED = Number(process.env.MONITORME_SEED ?? 1);

let browser: Browser;
let recordedCode: string;
let replayCode: string;

before(async () => {
  browser = await launchChromium();
  [recordedCode, replayCode] = await Promise.all([bundle("page.ts"), bundle("replay.ts")]);
});

after(() => browser.close());

test(`${SCRIPTS} random scripts leave the same document on the page and in its replay`, () =>
  compareAll("run", SCRIPTS, SCRIPTS_PER_PAGE));

test(`so do ${SLICED_SCRIPTS} during and after a snapshot in slices`, () =>
  compareAll("runSliced", SLICED_SCRIPTS, SLICED_SCRIPTS_PER_PAGE));

async function compareAll(way: keyof RandomDomPage, total: number, perPage: number): Promise<void> {
  let compared = 0;
  for (let first = FIRST_SEED; compared < total; first += perPage) {
    const count = Math.min(perPage, total - compared);
    const seeds = Array.from({ length: count }, (_, index) => first + index);
    compared += await compare(way, seeds);
  }
  assert.equal(compared, total);
}

/** Records the scripts of these seeds on one page and compares the replay after each of them. */
async function compare(way: keyof RandomDomPage, seeds: number[]): Promise<number> {
  const origin = await startPageServer({ "/": pageWith("/page.js"), "/page.js": recordedCode });
  try {
    const recorded = await record(origin, way, seeds);
    const session = decodeBatches(receivedBatches(origin), receivedSheets(origin));
    assert.equal(session.windows.length, 1);
    const events = JSON.stringify(session.windows[0]?.events);
    await withPage(pageWith("/replay.js"), async (page) => {
      const replayed = await page.evaluate(
        ([all, url]) => replayPage.replay(JSON.parse(all), url),
        [events, `${origin.url}/`] as const,
      );
      assert.equal(replayed.length, seeds.length);
      for (const [index, seed] of seeds.entries()) {
        const [here, there] = [recorded[index], replayed[index]];
        assert.equal(there?.dom, here?.dom, `the replay differs after seed ${seed}`);
        assert.equal(there?.sheets, here?.sheets, `its sheets differ after seed ${seed}`);
      }
      const sought = await page.evaluate(([all, url]) => replayPage.seek(JSON.parse(all), url), [
        events,
        `${origin.url}/`,
      ] as const);
      assert.equal(sought, recorded.at(-1)?.dom, `seeking past seed ${seeds.at(-1)} differs`);
    });
    return seeds.length;
  } finally {
    await origin.close();
  }
}

async function record(
  origin: PageServer,
  way: keyof RandomDomPage,
  seeds: number[],
): Promise<Picture[]> {
  const page = await browser.newPage();
  try {
    await page.goto(origin.url);
    return await page.evaluate(([way, all]) => randomDomPage[way](all), [way, seeds] as const);
  } finally {
    await page.close();
  }
}

/** Runs something on a page with the replayer. */
async function withPage(html: string, use: (page: Page) => Promise<void>): Promise<void> {
  const server = await startPageServer({ "/": html, "/replay.js": replayCode });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    await use(page);
  } finally {
    await page.close();
    await server.close();
  }
}

function bundle(file: string): Promise<string> {
  return bundleForPage(fileURLToPath(new URL(file, import.meta.url)));
}

function pageWith(script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Random</title>
<style></style><style>.r1 { color: red } @media print { .r2 { top: 0 } }</style></head>
<body><main><p class="first">Hello</p></main><script src="${script}"></script></body></html>`;
}
