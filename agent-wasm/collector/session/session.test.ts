import assert from "node:assert/strict";
import { test } from "node:test";

import { randomId } from "./random-id.ts";
import { openSession } from "./session.ts";
import { type KeyValueStorage, tolerantStorage } from "./storage.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function mapStorage(): KeyValueStorage & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
    removeItem: (key) => values.delete(key),
  };
}

/** A site with a clock of its own, on which tabs can be opened. */
function site(storage: KeyValueStorage = mapStorage()) {
  const time = { ms: 1_700_000_000_000 };
  const openTab = () =>
    openSession({ storage, nowMs: () => time.ms, newId: () => randomId(globalThis.crypto) });
  return { time, openTab };
}

test("activity keeps a session alive", () => {
  const { time, openTab } = site();
  const session = openTab();
  const id = session.id();
  for (let minutes = 0; minutes < 200; minutes += 29) {
    time.ms += 29 * MINUTE_MS;
    assert.equal(session.noteActivity(), false);
  }
  assert.equal(session.id(), id);
});

test("the first activity after 30 minutes begins a session", () => {
  const { time, openTab } = site();
  const session = openTab();
  const id = session.id();
  time.ms += 30 * MINUTE_MS;
  assert.equal(session.id(), id);
  assert.equal(session.noteActivity(), true);
  assert.notEqual(session.id(), id);
  assert.equal(session.noteActivity(), false);
});

test("after 4 hours a session is over however active it was", () => {
  const { time, openTab } = site();
  const session = openTab();
  const startedMs = time.ms;
  while (!session.noteActivity()) {
    time.ms += MINUTE_MS;
  }
  assert.equal(time.ms - startedMs, 4 * HOUR_MS);
});

test("the next page and other tabs continue the session", () => {
  const { time, openTab } = site();
  const first = openTab();
  time.ms += 10 * MINUTE_MS;
  assert.equal(openTab().id(), first.id());
});

test("activity in one tab keeps the session of all tabs alive", () => {
  const { time, openTab } = site();
  const [quiet, busy] = [openTab(), openTab()];
  for (let count = 0; count < 4; count++) {
    time.ms += 20 * MINUTE_MS;
    busy.noteActivity();
  }
  assert.equal(quiet.noteActivity(), false);
  assert.equal(quiet.id(), busy.id());
});

test("a tab follows another one into a new session", () => {
  const { time, openTab } = site();
  const [one, other] = [openTab(), openTab()];
  time.ms += HOUR_MS;
  assert.equal(one.noteActivity(), true);
  assert.equal(other.noteActivity(), true);
  assert.equal(other.id(), one.id());
});

test("activity is stored at most every 5 seconds", () => {
  const storage = mapStorage();
  const { time, openTab } = site(storage);
  const session = openTab();
  const stored = () => [...storage.values.values()].join();
  const atStart = stored();
  time.ms += 4_999;
  session.noteActivity();
  assert.equal(stored(), atStart);
  time.ms += 1;
  session.noteActivity();
  assert.notEqual(stored(), atStart);
});

test("a session names the one that had run out when it began, on all its pages", () => {
  const { time, openTab } = site();
  const first = openTab();
  assert.equal(first.previousId(), "");
  const firstId = first.id();
  time.ms += HOUR_MS;
  assert.equal(first.noteActivity(), true);
  assert.equal(first.previousId(), firstId);
  assert.equal(openTab().previousId(), firstId);
  time.ms += HOUR_MS;
  assert.equal(openTab().previousId(), first.id());
});

test("a session of long ago is not named", () => {
  const { time, openTab } = site();
  openTab();
  time.ms += 24 * HOUR_MS;
  assert.equal(openTab().previousId(), "");
});

test("a session knows its age, which is never negative", () => {
  const { time, openTab } = site();
  const session = openTab();
  time.ms += 90_000;
  assert.equal(session.ageMs(), 90_000);
  time.ms -= HOUR_MS;
  assert.equal(session.ageMs(), 0);
});

test("a clock that is set back does not end a session", () => {
  const { time, openTab } = site();
  const session = openTab();
  time.ms -= HOUR_MS;
  assert.equal(session.noteActivity(), false);
});

test("whatever else the storage holds, a session begins", () => {
  const garbage = ["", "{", "null", "[]", '{"id":"x","startedAtMs":1,"activeAtMs":1}', '{"id":7}'];
  for (const value of garbage) {
    const storage = mapStorage();
    const key = [...keysUsedBy(storage)][0] ?? "";
    storage.values.set(key, value);
    const { openTab } = site(storage);
    assert.match(openTab().id(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  }
});

test("a session works without a storage, for as long as the page lives", () => {
  const denied = tolerantStorage(() => {
    throw new Error("denied");
  });
  const { time, openTab } = site(denied);
  const session = openTab();
  const id = session.id();
  time.ms += 20 * MINUTE_MS;
  assert.equal(session.noteActivity(), false);
  assert.equal(session.id(), id);
  time.ms += HOUR_MS;
  assert.equal(session.noteActivity(), true);
});

function keysUsedBy(storage: ReturnType<typeof mapStorage>): Iterable<string> {
  site(storage).openTab();
  return storage.values.keys();
}
