import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";

import { launchChromium } from "../support/chromium.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import { type PageServer, receivedBatches, startPageServer } from "../support/page-server.ts";
import { decodeBatches } from "../support/session-events.ts";
import { until } from "../support/until.ts";
import {
  call,
  isStored,
  openTab,
  patchedGlobals,
  startSampledSite,
  visit,
} from "./sampled-site.ts";

let browser: Browser;
let site: PageServer;

before(async () => {
  [browser, site] = await Promise.all([launchChromium(), startSampledSite()]);
});

after(async () => {
  await browser.close();
  await site.close();
});

test("the settings of the project hold in place of the options of the page", async () => {
  const edge = await edgeWith({ sampleRate: 0, errorSampleRate: 0 });
  const tab = await openTab(await browser.newContext(), site, { endpoint: edge.url });
  await tab.show("one");
  assert.equal(await call(tab, "flush"), false);
  assert.ok(!(await isStored(edge, tab.session)));
  await tab.page.context().close();
  await edge.remove();
});

test("a page can do without the settings", async () => {
  const edge = await edgeWith({ recording: false });
  const options = { endpoint: edge.url, remoteSettings: false };
  const tab = await openTab(await browser.newContext(), site, options);
  await tab.show("one");
  assert.equal(await call(tab, "flush"), true);
  assert.ok(await isStored(edge, tab.session));
  await tab.page.context().close();
  await edge.remove();
});

for (const [what, settings, statusOf] of [
  ["say nothing", "{}", () => 200],
  ["cannot be read", "<!doctype html>", () => 200],
  ["are out of range", '{"sampleRate":-1,"recording":"no","privacyLevel":"all"}', () => 200],
  ["are refused", "{}", () => 503],
  ["never come", "{}", () => new Promise<number>(() => {})],
] as const) {
  test(`the options of the page hold where settings ${what}`, async () => {
    const sink = await startPageServer({ "/v1/settings": settings }, {}, (path) =>
      path === "/v1/settings" ? statusOf() : 200,
    );
    const tab = await openTab(await browser.newContext(), site, { endpoint: sink.url });
    await tab.show("one");
    assert.equal(await call(tab, "flush"), true);
    assert.match(JSON.stringify(decodeBatches(receivedBatches(sink))), /"one"/);
    await tab.page.context().close();
    await sink.close();
  });
}

test("a stricter level of privacy is obeyed, a laxer one is not", async () => {
  for (const [remote, own, isShown] of [
    ["mask", "allow", false],
    ["allow", "mask", false],
    ["allow", "allow", true],
  ] as const) {
    const sink = await startPageServer({
      "/v1/settings": JSON.stringify({ privacyLevel: remote }),
    });
    const options = { endpoint: sink.url, privacy: { level: own } };
    const tab = await openTab(await browser.newContext(), site, options);
    await tab.page.evaluate(() => document.body.append("canary"));
    assert.equal(await call(tab, "flush"), true);
    const session = JSON.stringify(decodeBatches(receivedBatches(sink)));
    assert.equal(session.includes("canary"), isShown, `${remote} against ${own}`);
    await tab.page.context().close();
    await sink.close();
  }
});

test("what a page was told holds on the next one at once, and recording can be ended from afar", async () => {
  const files: Record<string, string> = { "/v1/settings": "{}" };
  let isReachable = true;
  const sink = await startPageServer(files, {}, () => (isReachable ? 200 : 503));
  const tab = await openTab(await browser.newContext(), site, { endpoint: sink.url });
  assert.equal(await call(tab, "flush"), true);

  files["/v1/settings"] = '{"recording":false}';
  await visit(tab, site, { endpoint: sink.url });
  await until("the recording has ended", async () => !(await isPatched()));

  isReachable = false;
  await visit(tab, site, { endpoint: sink.url });
  assert.ok(!(await isPatched()), "the switch is remembered");
  await tab.page.context().close();
  await sink.close();

  /** The console is what only a recording watches. */
  async function isPatched(): Promise<boolean> {
    return (await patchedGlobals(tab)).includes("console.log");
  }
});

/** An edge whose demo project has these settings. */
async function edgeWith(settings: object): Promise<Edge> {
  const edge = await startEdge([site.url]);
  const answer = await edge.query("/api/projects/demo", "PUT", { name: "Demo", settings });
  assert.equal(answer.status, 200);
  return edge;
}
