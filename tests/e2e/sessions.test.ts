import assert from "node:assert/strict";
import { test } from "node:test";
import { storedSession, waitForSession } from "../support/stored-session.ts";
import type { SampledPage } from "./pages/sampled.ts";
import { call, openTab, saidOfRecording, setStage, visit } from "./sampled-site.ts";

declare const sampledPage: SampledPage;

const TURNS = 200;
const IDLE_MS = 31 * 60_000;

const stage = setStage();

test("a session that begins because another one ran out names it", async () => {
  const visitor = await stage.browser.newContext();
  const tab = await openTab(visitor, stage.site, { endpoint: stage.edge.url });
  const first = tab.session;
  await call(tab, "flush");
  await tab.page.evaluate((idleMs) => {
    const note = JSON.parse(localStorage.getItem("monitorme.session") ?? "");
    note.startedAtMs -= idleMs;
    note.activeAtMs -= idleMs;
    localStorage.setItem("monitorme.session", JSON.stringify(note));
  }, IDLE_MS);
  await visit(tab, stage.site, { endpoint: stage.edge.url });
  assert.notEqual(tab.session, first);
  await call(tab, "flush");
  assert.equal((await waitForSession(stage.edge, tab.session)).previous_id, first);
  assert.equal((await waitForSession(stage.edge, first)).previous_id, null);
  assert.deepEqual(await saidOfRecording(stage.edge, tab.session), [`continues session ${first}`]);
  await visitor.close();
});

test("the records of two tabs, put in order by their time, are in the order of what happened", async () => {
  const visitor = await stage.browser.newContext();
  const options = { endpoint: stage.edge.url };
  const tabs = [
    await openTab(visitor, stage.site, options),
    await openTab(visitor, stage.site, options),
  ];
  const [second, first] = tabs.map(({ page }) => page);
  // Who goes second listens before the first turn is taken.
  await second?.evaluate((turns) => {
    Object.assign(globalThis, { allTaken: sampledPage.takeTurns(turns, false) });
  }, TURNS);
  await first?.evaluate((turns) => sampledPage.takeTurns(turns, true), TURNS);
  await second?.evaluate("allTaken");
  for (const tab of tabs) assert.ok(await call(tab, "flush"));

  const { windows } = await storedSession(stage.edge, tabs[0]?.session ?? "");
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
