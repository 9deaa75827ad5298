import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { type PageServer, receivedBatches, startPageServer } from "../../support/page-server.ts";
import { decodeBatches } from "../../support/session-events.ts";
import type { RecordedPage } from "../../support/visit/recorded-page.ts";

declare const recordedPage: RecordedPage;

/** An event of a replay, as far as tests look into it. */
export interface ReplayEvent {
  readonly type: number;
  readonly timestamp: number;
  // biome-ignore lint/suspicious/noExplicitAny: Each test knows what it asks for.
  readonly data: any;
}

/** Serves a page of `pages` with a recorder that waits to be started, at every path given. */
export async function servePage(
  name: string,
  paths: readonly string[] = ["/"],
): Promise<PageServer> {
  const html = await readFile(new URL(`pages/${name}`, import.meta.url), "utf8");
  const recorder = await bundleForPage(fileURLToPath(new URL("recorded-page.ts", import.meta.url)));
  const page = `${html}<script src="/recorder.js"></script>`;
  return startPageServer({
    ...Object.fromEntries(paths.map((path) => [path, page])),
    "/recorder.js": recorder,
  });
}

/** Records what is done on a page; gives the events of its window. */
export async function recordPage(
  browser: Browser,
  name: string,
  act: (page: Page) => Promise<unknown>,
  options: BrowserContextOptions = {},
): Promise<readonly ReplayEvent[]> {
  const server = await servePage(name);
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => recordedPage.start());
    await act(page);
    await page.evaluate(() => recordedPage.look());
    await page.evaluate(() => recordedPage.flush());
    return eventsOf(server);
  } finally {
    await context.close();
    await server.close();
  }
}

/** The events of the one window that recorded to this server. */
export function eventsOf(server: PageServer): readonly ReplayEvent[] {
  const { windows } = decodeBatches(receivedBatches(server));
  if (windows.length !== 1) throw new Error(`${windows.length} windows were recorded`);
  return windows[0]?.events ?? [];
}

/** What the events of one source say. */
export function ofSource(
  events: readonly ReplayEvent[],
  source: number,
): readonly ReplayEvent["data"][] {
  return events
    .filter(({ type, data }) => type === 3 && data.source === source)
    .map(({ data }) => data);
}

/** The payloads of the custom events with this tag. */
export function ofTag(events: readonly ReplayEvent[], tag: string): readonly ReplayEvent["data"][] {
  return events
    .filter(({ type, data }) => type === 5 && data.tag === tag)
    .map(({ data }) => data.payload);
}
