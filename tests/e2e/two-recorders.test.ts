import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { RecorderApi } from "monitorme-recorder";
import type { Browser, ConsoleMessage } from "playwright-core";

import { launchChromium } from "../support/chromium.ts";
import { type PageServer, receivedBatches, startPageServer } from "../support/page-server.ts";
import { decodeBatches } from "../support/session-events.ts";
import {
  openTab,
  patchedGlobals,
  type SampledTab,
  startSampledSite,
  visit,
} from "./sampled-site.ts";

/** Where the page keeps the second copy of the package. */
declare const Second: RecorderApi;
declare const Recorder: RecorderApi;

let browser: Browser;
let site: PageServer;
let edges: PageServer[];

before(async () => {
  [browser, site, ...edges] = await Promise.all([
    launchChromium(),
    startSampledSite(),
    startPageServer({}),
    startPageServer({}),
  ]);
});

after(async () => {
  await browser.close();
  await Promise.all([site, ...edges].map((server) => server.close()));
});

test("two copies of the package record for a project each, and keep their windows apart", async () => {
  const tab = await openTab(await browser.newContext(), site, { endpoint: edgeUrl(0) });
  await startSecond(tab, edgeUrl(1));
  await tab.show("one");
  await flushBoth(tab);
  await visit(tab, site, { endpoint: edgeUrl(0) });
  await startSecond(tab, edgeUrl(1));
  await flushBoth(tab);

  const windows = edges.map((edge) => decodeBatches(receivedBatches(edge)).windows);
  assert.deepEqual(
    windows.map((of) => of.length),
    [1, 1],
    "each has one window through both pages",
  );
  for (const [of] of windows) assert.match(JSON.stringify(of), /"one"/);
  await tab.page.context().close();
});

test("whichever is stopped first, the last one gives the page back as it was", async () => {
  for (const order of [
    ["Recorder", "Second"],
    ["Second", "Recorder"],
  ] as const) {
    const tab = await openTab(await browser.newContext(), site, { endpoint: edgeUrl(0) });
    await startSecond(tab, edgeUrl(1));
    const [first, last] = order;
    await stop(tab, first);
    assert.ok((await patchedGlobals(tab)).includes("fetch"), `${last} goes on`);
    const before = receivedBatches(edges[last === "Second" ? 1 : 0] as PageServer).length;
    await stop(tab, last);
    const received = receivedBatches(edges[last === "Second" ? 1 : 0] as PageServer).length;
    assert.ok(received > before, `${last} had something to deliver`);
    assert.deepEqual(await patchedGlobals(tab), [], order.join(", then "));
    const left = await tab.page.evaluate(() => Object.getOwnPropertySymbols(window).map(String));
    assert.ok(!left.some((symbol) => symbol.includes("monitorme")), left.join());
    await tab.page.context().close();
  }
});

test("a second copy for the same project warns and leaves the first one alone", async () => {
  const tab = await openTab(await browser.newContext(), site, { endpoint: edgeUrl(0) });
  const warned = tab.page.waitForEvent("console", isWarning);
  await startSecond(tab, edgeUrl(0));
  assert.match((await warned).text(), /another recorder on this page/);
  assert.equal(await tab.page.evaluate(() => Second.sessionId), null);
  assert.equal(await tab.page.evaluate(() => Recorder.flush()), true);
  await stop(tab, "Second");
  assert.ok((await patchedGlobals(tab)).includes("fetch"));
  await tab.page.context().close();
});

test("a recorder that runs says that it cannot serve another project as well", async () => {
  const tab = await openTab(await browser.newContext(), site, { endpoint: edgeUrl(0) });
  const warned = tab.page.waitForEvent("console", isWarning);
  await tab.page.evaluate(
    (endpoint) => Recorder.init({ endpoint, ingestKey: "other" }),
    edgeUrl(1),
  );
  assert.match((await warned).text(), /another project/);
  await tab.page.context().close();
});

function edgeUrl(index: number): string {
  return edges[index]?.url ?? "";
}

function isWarning(message: ConsoleMessage): boolean {
  return message.type() === "warning" && message.text().startsWith("MonitorMe");
}

/** Another address makes the browser load the package a second time. */
async function startSecond(tab: SampledTab, endpoint: string): Promise<void> {
  await tab.page.evaluate(async (url) => {
    const copy: { Recorder: RecorderApi } = await import(`${location.origin}/index.js?second`);
    Object.assign(globalThis, { Second: copy.Recorder });
    await Second.init({
      endpoint: url,
      ingestKey: "mm_ingest_demo_petshop",
      start: "at-once",
      privacy: { level: "allow" },
    });
  }, endpoint);
}

async function flushBoth(tab: SampledTab): Promise<void> {
  const delivered = await tab.page.evaluate(() => Promise.all([Recorder.flush(), Second.flush()]));
  assert.deepEqual(delivered, [true, true]);
}

function stop(tab: SampledTab, which: "Recorder" | "Second"): Promise<boolean> {
  return tab.page.evaluate((name) => (name === "Second" ? Second : Recorder).stop(), which);
}
