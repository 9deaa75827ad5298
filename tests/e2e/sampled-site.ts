import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import type { eventWithTime } from "@rrweb/types";
import type { RecorderApi, RecorderOptions } from "monitorme-recorder";
import type { Browser, BrowserContext, Page } from "playwright-core";

import { assertReplayed } from "../browser/structure/recorded.ts";
import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../support/edge.ts";
import { type PageServer, startPageServer } from "../support/page-server.ts";
import { storedSession } from "../support/stored-session.ts";
import type { SampledPage } from "./pages/sampled.ts";

declare const sampledPage: SampledPage;
declare const Recorder: RecorderApi;

/** A site that serves the package as it is published, and a page for the tests of sampling. */
export async function startSampledSite(): Promise<PageServer> {
  const file = (name: string) =>
    readFile(fileURLToPath(new URL(name, import.meta.resolve("monitorme-recorder"))));
  return startPageServer({
    "/": "<!doctype html><title>Sampled</title><body><script src=/page.js></script>",
    "/page.js": await bundleForPage(fileURLToPath(new URL("pages/sampled.ts", import.meta.url))),
    "/index.js": await file("./index.js"),
    "/inlined.js": await file("./inlined.js"),
    "/page-around.js": await file("./page-around.js"),
  });
}

/** What the tests of one file share; it is there once they begin. */
export interface Stage {
  readonly browser: Browser;
  readonly site: PageServer;
  readonly edge: Edge;
}

/** Has a browser, the site and an edge for it run while the tests of a file do. */
export function setStage(): Stage {
  const stage = {} as { browser: Browser; site: PageServer; edge: Edge };
  before(async () => {
    stage.site = await startSampledSite();
    [stage.browser, stage.edge] = await Promise.all([
      launchChromium(),
      startEdge([stage.site.url]),
    ]);
  });
  after(async () => {
    await stage.browser.close();
    await stage.edge.remove();
    await stage.site.close();
  });
  return stage;
}

/** A tab of a visitor whose session may not be recorded. */
export interface SampledTab {
  readonly page: Page;
  session: string;
  /** How the page looked after each line that was shown. */
  readonly pictures: string[];
  show(line: string): Promise<void>;
  fail(): Promise<void>;
}

/** Goes to the site and starts its recorder. */
export async function openTab(
  context: BrowserContext,
  site: PageServer,
  options: Omit<RecorderOptions, "ingestKey"> & { ingestKey?: string },
): Promise<SampledTab> {
  await context.addInitScript(`globalThis.originals = ${GLOBALS};`);
  const page = await context.newPage();
  const tab: SampledTab = {
    page,
    session: "",
    pictures: [],
    async show(line) {
      tab.pictures.push(await page.evaluate((text) => sampledPage.show(text), line));
    },
    fail: () => page.evaluate(() => sampledPage.fail()),
  };
  await visit(tab, site, options);
  return tab;
}

/** Goes to the site once more, in a tab that is open, and starts its recorder. */
export async function visit(
  tab: SampledTab,
  site: PageServer,
  options: Omit<RecorderOptions, "ingestKey"> & { ingestKey?: string },
): Promise<void> {
  await tab.page.goto(site.url);
  const all = { ingestKey: INGEST_KEY, ...options };
  tab.session = (await tab.page.evaluate((given) => sampledPage.init(given), all)) ?? "";
}

/** What recorders patch, by name. */
const GLOBALS = `{
  "fetch": fetch,
  "console.log": console.log,
  "WebSocket": WebSocket,
  "WebSocket.prototype.constructor": WebSocket.prototype.constructor,
  "XMLHttpRequest.prototype.send": XMLHttpRequest.prototype.send,
  "Element.prototype.attachShadow": Element.prototype.attachShadow,
  "CSSStyleSheet.prototype.insertRule": CSSStyleSheet.prototype.insertRule,
}`;

/** The names of what is patched in a page. */
export function patchedGlobals(tab: SampledTab): Promise<string[]> {
  return tab.page.evaluate<string[]>(
    `Object.entries(${GLOBALS}).flatMap(([name, value]) => originals[name] === value ? [] : [name])`,
  );
}

/** Whether the edge knows anything of a session. */
export async function isStored(edge: Edge, session: string): Promise<boolean> {
  return (await edge.query(`/api/sessions/${session}`)).ok;
}

/** The lines that the edge has of a session. */
export async function storedLines(edge: Edge, session: string): Promise<string[]> {
  if (!(await isStored(edge, session))) return [];
  const { windows } = await storedSession(edge, session);
  return windows.flatMap(({ events }) => linesOf(events));
}

function linesOf(events: readonly eventWithTime[]): string[] {
  return events.flatMap((event) => {
    const { data } = event as { data?: { tag?: string; payload?: ShownPayload } };
    return data?.tag === "custom event" ? [data.payload?.payload?.text ?? "?"] : [];
  });
}

interface ShownPayload {
  readonly payload?: { readonly text?: string };
}

/** Asserts that the replay of a tab shows what its pages showed, line by line. */
export async function assertTabReplayed(
  edge: Edge,
  site: PageServer,
  tab: SampledTab,
): Promise<void> {
  const browser = tab.page.context().browser();
  if (browser === null) throw new Error("the tab has no browser");
  const { windows } = await storedSession(edge, tab.session);
  const pictures = [...tab.pictures];
  // A replayer that goes on at once shows the last page only, so each is replayed by itself.
  for (const events of pagesOf(windows.flatMap((window) => window.events))) {
    const shown = pictures.splice(0, linesOf(events).length);
    await assertReplayed(browser, { url: `${site.url}/`, pictures: shown, events });
  }
  assert.equal(pictures.length, 0);
}

/** Events parted where a full snapshot, announced by its address, begins. */
function pagesOf(events: readonly eventWithTime[]): eventWithTime[][] {
  const pages: eventWithTime[][] = [];
  for (const event of events) {
    if (event.type === META) pages.push([]);
    pages.at(-1)?.push(event);
  }
  return pages;
}

const META = 4;

/** What the activity list says of the recording itself. */
export async function saidOfRecording(edge: Edge, session: string): Promise<string[]> {
  const { activity } = await storedSession(edge, session);
  return activity.flatMap(({ kind, label }) => (kind === "recording" ? [label] : []));
}

/** Calls a function of the recorder that takes nothing. */
export function call(
  tab: SampledTab,
  name: "captureReplay" | "pause" | "resume" | "flush" | "stop",
): Promise<unknown> {
  return tab.page.evaluate((of): unknown => Recorder[of](), name);
}
