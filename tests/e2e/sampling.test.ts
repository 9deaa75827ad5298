import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { startPageServer } from "../support/page-server.ts";
import { until } from "../support/until.ts";
import {
  assertTabReplayed,
  call,
  isStored,
  openTab,
  saidOfRecording,
  setStage,
  storedLines,
  visit,
} from "./sampled-site.ts";

/** Longer than a batch waits, so that one that is not held back would have arrived. */
const BATCH_MS = 6_500;
/** Longer than a page waits before it looks for what others have left. */
const RECOVERY_MS = 2_000;
/** How often a page asks whether its session is wanted. */
const ASK_MS = 60_000;
const HELD_BACK = { sampleRate: 0 };

const stage = setStage();
let visitor: BrowserContext;

/** Each test has a visitor of its own, so that sessions do not meet. */
async function withVisitor(test: () => Promise<void>): Promise<void> {
  visitor = await stage.browser.newContext();
  try {
    await test();
  } finally {
    await visitor.close();
  }
}

test("of a session that is not recorded nothing is loaded or sent, but requests name it", () =>
  withVisitor(async () => {
    const sink = await startPageServer({});
    const before = stage.site.requests.length;
    const rates = { sampleRate: 0, errorSampleRate: 0 };
    const tab = await openTab(visitor, stage.site, { endpoint: sink.url, ...rates });
    await tab.show("one");
    await tab.fail();
    await tab.page.evaluate(() => fetch("/own"));
    await pause(1_000);
    assert.equal(await call(tab, "flush"), false);
    const own = stage.site.requests.slice(before);
    assert.ok(!own.some(({ path }) => path === "/inlined.js"));
    const header = own.find(({ path }) => path === "/own")?.headers["x-monitorme-session-id"];
    assert.equal(header, tab.session);
    assert.deepEqual(
      sink.requests.map(({ path }) => path),
      ["/v1/settings"],
    );
    await call(tab, "stop");
    assert.match(await tab.page.evaluate(() => String(fetch)), /^function fetch\(\)/);
    await sink.close();
  }));

test("nothing of a session arrives before an error, and then what led to it", () =>
  withVisitor(async () => {
    const tab = await openTab(visitor, stage.site, { endpoint: stage.edge.url, ...HELD_BACK });
    await tab.show("one");
    await pause(BATCH_MS);
    await tab.show("two");
    assert.equal(await call(tab, "flush"), false);
    assert.ok(!(await isStored(stage.edge, tab.session)), "something arrived before the error");

    await tab.fail();
    await tab.show("three");
    await until("all that was held back arrives", async () => (await call(tab, "flush")) === true);
    assert.deepEqual(await storedLines(stage.edge, tab.session), ["one", "two", "three"]);
    const [said] = await saidOfRecording(stage.edge, tab.session);
    assert.match(said ?? "", /^kept because of an error, with the \d+ s before$/);
    await assertTabReplayed(stage.edge, stage.site, tab);
  }));

test("the page can ask for what was held back, and its next pages are recorded", () =>
  withVisitor(async () => {
    const tab = await openTab(visitor, stage.site, { endpoint: stage.edge.url, ...HELD_BACK });
    await tab.show("one");
    await call(tab, "captureReplay");
    assert.equal(await call(tab, "flush"), true);
    assert.deepEqual(await storedLines(stage.edge, tab.session), ["one"]);

    const { session } = tab;
    await visit(tab, stage.site, { endpoint: stage.edge.url, ...HELD_BACK });
    assert.equal(tab.session, session);
    await tab.show("two");
    assert.equal(await call(tab, "flush"), true);
    assert.deepEqual(await storedLines(stage.edge, session), ["one", "two"]);
  }));

test("what was held back survives the way to the next page of the tab", () =>
  withVisitor(async () => {
    const tab = await openTab(visitor, stage.site, { endpoint: stage.edge.url, ...HELD_BACK });
    for (const line of ["one", "two", "three"]) {
      await tab.show(line);
      await pause(200);
      await visit(tab, stage.site, { endpoint: stage.edge.url, ...HELD_BACK });
      await pause(RECOVERY_MS);
    }
    assert.ok(!(await isStored(stage.edge, tab.session)), "something arrived before the error");
    await tab.fail();
    await tab.show("four");
    await until("all pages arrive", () => arrived(tab.session, 4));
    assert.deepEqual(await storedLines(stage.edge, tab.session), ["one", "two", "three", "four"]);
    await assertTabReplayed(stage.edge, stage.site, tab);
  }));

test("an error in one tab has the other tabs of the session sent, too", () =>
  withVisitor(async () => {
    const options = { endpoint: stage.edge.url, ...HELD_BACK };
    const quiet = await openTab(visitor, stage.site, options);
    await quiet.show("quiet");
    const failing = await openTab(visitor, stage.site, options);
    assert.equal(failing.session, quiet.session);
    await failing.show("failing");
    await failing.fail();
    await until("both tabs arrive", () => arrived(quiet.session, 2));
  }));

test("the owner can ask for a session that is held back", () =>
  withVisitor(async () => {
    // The edge takes no records from the future.
    await visitor.clock.install({ time: Date.now() - 2 * ASK_MS });
    const tab = await openTab(visitor, stage.site, { endpoint: stage.edge.url, ...HELD_BACK });
    await tab.show("one");
    const wanted = await stage.edge.query(`/api/sessions/${tab.session}/wanted`, "PUT");
    assert.equal(wanted.status, 204);
    await visitor.clock.fastForward(ASK_MS);
    await until("it arrives", () => arrived(tab.session, 1));
    const [said] = await saidOfRecording(stage.edge, tab.session);
    assert.match(said ?? "", /^kept because of a request of the owner/);
  }));

test("what a session held back to its end is removed, and is not sent with the next", () =>
  withVisitor(async () => {
    const options = { endpoint: stage.edge.url, ...HELD_BACK };
    const tab = await openTab(visitor, stage.site, options);
    const first = tab.session;
    await tab.show("one");
    await pause(200);
    await tab.page.evaluate(() => localStorage.removeItem("monitorme.session"));
    await visit(tab, stage.site, { endpoint: stage.edge.url });
    assert.notEqual(tab.session, first);
    await tab.show("two");
    assert.equal(await call(tab, "flush"), true);
    await pause(RECOVERY_MS);
    assert.ok(!(await isStored(stage.edge, first)));
  }));

test("a session is held back until it has lasted long enough", () =>
  withVisitor(async () => {
    const minimumDurationMs = 4_000;
    const tab = await openTab(visitor, stage.site, { endpoint: stage.edge.url, minimumDurationMs });
    await tab.show("one");
    await tab.page.mouse.click(10, 10);
    assert.equal(await call(tab, "flush"), false);
    assert.ok(!(await isStored(stage.edge, tab.session)));
    await pause(minimumDurationMs);
    await tab.page.mouse.click(20, 20);
    await tab.show("two");
    await until("it arrives", () => arrived(tab.session, 2));
    const [said] = await saidOfRecording(stage.edge, tab.session);
    assert.match(said ?? "", /^kept because of its duration/);
  }));

/** Whether so many lines of a session have arrived. */
async function arrived(session: string, lines: number): Promise<boolean> {
  return (await storedLines(stage.edge, session)).length === lines;
}
