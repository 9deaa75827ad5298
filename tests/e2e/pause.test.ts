import assert from "node:assert/strict";
import { test } from "node:test";
import { printRecords } from "../support/session-events.ts";
import { storedSegments, storedSession } from "../support/stored-session.ts";
import { until } from "../support/until.ts";
import {
  assertTabReplayed,
  call,
  openTab,
  saidOfRecording,
  setStage,
  storedLines,
} from "./sampled-site.ts";

const HEADER = "x-monitorme-session-id";

const stage = setStage();

test("nothing is recorded during a pause, and the replay goes on behind it", async () => {
  const tab = await openTab(await stage.browser.newContext(), stage.site, {
    endpoint: stage.edge.url,
  });
  await tab.show("before");
  await call(tab, "pause");
  await tab.page.evaluate(async () => {
    const secret = document.createElement("p");
    secret.textContent = "unseen line";
    document.body.append(secret);
    console.error("unseen message");
    await fetch("/unseen");
    secret.remove();
    document.body.append("left behind");
  });
  await tab.fail();
  await tab.page.mouse.click(50, 50);
  assert.equal(await call(tab, "flush"), false);

  await call(tab, "resume");
  // What is said before the page is read anew belongs to the picture before it.
  await call(tab, "flush");
  await tab.show("behind");
  assert.equal(await call(tab, "flush"), true);
  await until("both parts arrive", async () => {
    return (await storedLines(stage.edge, tab.session)).length === 2;
  });
  assert.deepEqual(await storedLines(stage.edge, tab.session), ["before", "behind"]);
  assert.deepEqual(await saidOfRecording(stage.edge, tab.session), [
    "paused by the page",
    "goes on after a pause",
  ]);
  const records = printRecords(await storedSegments(stage.edge, tab.session));
  const seen = records
    .split("\n")
    .filter((record) => /unseen|checkout failed|PointerAction/.test(record));
  assert.deepEqual(seen, []);
  const { windows } = await storedSession(stage.edge, tab.session);
  assert.equal(windows.length, 1, "the tab stays the same window");
  await assertTabReplayed(stage.edge, stage.site, tab);

  const unseen = stage.site.requests.find(({ path }) => path === "/unseen");
  assert.equal(unseen?.headers[HEADER], tab.session, "requests go on naming the session");
  await tab.page.context().close();
});

test("what was held back before a pause is sent with what comes after it", async () => {
  const options = { endpoint: stage.edge.url, sampleRate: 0 };
  const tab = await openTab(await stage.browser.newContext(), stage.site, options);
  await tab.show("before");
  await call(tab, "pause");
  await call(tab, "resume");
  await tab.show("behind");
  await call(tab, "captureReplay");
  await until("both parts arrive", async () => {
    return (await storedLines(stage.edge, tab.session)).length === 2;
  });
  await tab.page.context().close();
});

test("a recorder that is stopped during a pause leaves nothing behind", async () => {
  const tab = await openTab(await stage.browser.newContext(), stage.site, {
    endpoint: stage.edge.url,
  });
  await call(tab, "pause");
  assert.equal(await call(tab, "stop"), false);
  await call(tab, "resume");
  await tab.page.evaluate(() => fetch("/stopped"));
  const request = stage.site.requests.find(({ path }) => path === "/stopped");
  assert.equal(request?.headers[HEADER], undefined);
  await tab.page.context().close();
});
