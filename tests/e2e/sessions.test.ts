import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";

import { launchChromium } from "../support/chromium.ts";
import { type Edge, startEdge } from "../support/edge.ts";
import type { PageServer } from "../support/page-server.ts";
import { storedSession, waitForSession } from "../support/stored-session.ts";
import type { SampledPage } from "./pages/sampled.ts";
import { call, openTab, saidOfRecording, startSampledSite, visit } from "./sampled-site.ts";

declare const sampledPage: SampledPage;

const TURNS = 200;
const IDLE_MS = 31 * 60_000;

let browser: Browser;
let site: PageServer;
let edge: Edge;

before(async () => {
  site = await startSampledSite();
  [browser, edge] = await Promise.all([launchChromium(), startEdge([site.url])]);
});

after(async () => {
  await browser.close();
  await edge.remove();
  await site.close();
});

test("a session that begins because another one ran out names it", async () => {
  const visitor = await browser.newContext();
  const tab = await openTab(visitor, site, { endpoint: edge.url });
  const first = tab.session;
  await call(tab, "flush");
  await tab.page.evaluate((idleMs) => {
    const note = JSON.parse(localStorage.getItem("monitorme.session") ?? "");
    note.startedAtMs -= idleMs;
    note.activeAtMs -= idleMs;
    localStorage.setItem("monitorme.session", JSON.stringify(note));
  }, IDLE_MS);
  await visit(tab, site, { endpoint: edge.url });
  assert.notEqual(tab.session, first);
  await call(tab, "flush");
  assert.equal((await waitForSession(edge, tab.session)).previous_id, first);
  assert.equal((await waitForSession(edge, first)).previous_id, null);
  assert.deepEqual(await saidOfRecording(edge, tab.session), [`continues session ${first}`]);
  await visitor.close();
});

test("the records of two tabs, put in order by their time, are in the order of what happened", async () => {
  const visitor = await browser.newContext();
  const options = { endpoint: edge.url };
  const tabs = [await openTab(visitor, site, options), await openTab(visitor, site, options)];
  const [second, first] = tabs.map(({ page }) => page);
  // Who goes second listens before the first turn is taken.
  await second?.evaluate((turns) => {
    Object.assign(globalThis, { allTaken: sampledPage.takeTurns(turns, false) });
  }, TURNS);
  await first?.evaluate((turns) => sampledPage.takeTurns(turns, true), TURNS);
  await second?.evaluate("allTaken");
  for (const tab of tabs) assert.ok(await call(tab, "flush"));

  const { windows } = await storedSession(edge, tabs[0]?.session ?? "");
  assert.equal(windows.length, 2);
  const turns = windows.flatMap(({ events }) => events.flatMap(turnOf));
  turns.sort((one, other) => one.atMs - other.atMs);
  assert.deepEqual(
    turns.map(({ number }) => number),
    Array.from({ length: TURNS }, (_, number) => number),
  );
  await visitor.close();
});

function turnOf(event: { readonly timestamp: number; readonly data?: unknown }) {
  const { payload } = (event.data ?? {}) as {
    payload?: { name?: string; payload?: { text?: string } };
  };
  return payload?.name === "turn"
    ? [{ atMs: event.timestamp, number: Number(payload.payload?.text) }]
    : [];
}
