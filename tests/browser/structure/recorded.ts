import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { eventWithTime } from "@rrweb/types";
import type { Browser, Page } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { type PageServer, receivedBatches, startPageServer } from "../../support/page-server.ts";
import { decodeBatches } from "../../support/session-events.ts";
import type { StructurePage } from "./page.ts";
import type { StructureReplay } from "./replay.ts";

declare const structurePage: StructurePage;
declare const structureReplay: StructureReplay;

/** What a fixture page showed, and the events of its recording. */
export interface RecordedPage {
  readonly url: string;
  readonly pictures: readonly string[];
  readonly events: eventWithTime[];
}

/**
 * Records a page of `pages/`. `files` are other files that its server has; `visit` is done by a
 * visitor once all steps of the page are; after that the recorder is stopped.
 */
export async function recordPage(
  browser: Browser,
  name: string,
  files: Record<string, string> = {},
  visit: (page: Page) => Promise<void> = async () => {},
  afterStop: (page: Page) => Promise<void> = async () => {},
): Promise<RecordedPage> {
  const path = `/${name}`;
  const [html, code] = await Promise.all([
    readFile(new URL(`pages/${name}`, import.meta.url), "utf8"),
    bundle("page.ts"),
  ]);
  const server = await startPageServer({ [path]: html, "/page.js": code, ...files });
  const page = await browser.newPage();
  try {
    await page.goto(`${server.url}${path}`);
    const pictures = await page.evaluate(() => structurePage.run());
    await visit(page);
    assert.ok(await page.evaluate(() => structurePage.stop()), "not everything was delivered");
    await afterStop(page);
    return { url: `${server.url}${path}`, pictures, events: eventsOf(server) };
  } finally {
    await page.close();
    await server.close();
  }
}

function eventsOf(server: PageServer): eventWithTime[] {
  const { windows } = decodeBatches(receivedBatches(server));
  assert.equal(windows.length, 1);
  return windows[0]?.events ?? [];
}

/** Runs something on a page that replays as the dashboard does. */
export async function withReplay<T>(
  browser: Browser,
  recorded: RecordedPage,
  use: (page: Page, events: string) => Promise<T>,
): Promise<T> {
  const html =
    '<!doctype html><html lang="en"><title>Replay</title><body><script src="/replay.js"></script>';
  const server = await startPageServer({ "/": html, "/replay.js": await bundle("replay.ts") });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    return await use(page, JSON.stringify(recorded.events));
  } finally {
    await page.close();
    await server.close();
  }
}

/** Asserts that the replay shows what the page showed, before the first step and after each. */
export async function assertReplayed(browser: Browser, recorded: RecordedPage): Promise<void> {
  const replayed = await withReplay(browser, recorded, (page, events) =>
    page.evaluate(([all, url]) => structureReplay.replay(JSON.parse(all), url), [
      events,
      recorded.url,
    ] as const),
  );
  for (const [step, picture] of recorded.pictures.entries()) {
    assert.equal(replayed[step], picture, `the replay differs after step ${step}`);
  }
}

function bundle(file: string): Promise<string> {
  return bundleForPage(fileURLToPath(new URL(file, import.meta.url)));
}
