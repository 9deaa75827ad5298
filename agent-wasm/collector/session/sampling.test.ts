import assert from "node:assert/strict";
import { test } from "node:test";

import { randomId } from "./random-id.ts";
import { firstDraw, type SamplingRules, secondDraw, sessionState } from "./sampling.ts";

const ALL: SamplingRules = {
  recording: true,
  sampleRate: 1,
  errorSampleRate: 1,
  minimumDurationMs: 0,
};
/** Drawn at 0.25 of all sessions, and at 0.75 of those with errors. */
const ID = "40000000-0000-4000-8000-0000c0000000";

function stateOf(rules: Partial<SamplingRules>, ageMs = 0, isReleased = false) {
  return sessionState({ id: ID, ageMs, isReleased }, { ...ALL, ...rules });
}

test("the draws are the first and the last 32 bits of the id", () => {
  const vectors: [string, number, number][] = [
    ["00000000-0000-4000-8000-000000000000", 0, 0],
    [ID, 0.25, 0.75],
    ["80000000-ffff-4fff-bfff-ffff20000000", 0.5, 0.125],
    ["ffffffff-ffff-4fff-bfff-ffffffffffff", 1 - 2 ** -32, 1 - 2 ** -32],
  ];
  for (const [id, first, second] of vectors) {
    assert.deepEqual([firstDraw(id), secondDraw(id)], [first, second], id);
  }
});

test("of many sessions the shares are those that were asked for, and independent", () => {
  const counts = { first: 0, second: 0, both: 0 };
  const sessions = 20_000;
  for (let count = 0; count < sessions; count += 1) {
    const id = randomId(globalThis.crypto);
    const [first, second] = [firstDraw(id) < 0.3, secondDraw(id) < 0.5];
    counts.first += Number(first);
    counts.second += Number(second);
    counts.both += Number(first && second);
  }
  // More than seven standard deviations.
  const isAbout = (count: number, share: number) => Math.abs(count / sessions - share) < 0.025;
  assert.ok(isAbout(counts.first, 0.3), `${counts.first}`);
  assert.ok(isAbout(counts.second, 0.5), `${counts.second}`);
  assert.ok(isAbout(counts.both, 0.15), `${counts.both}`);
});

test("by default everything is recorded", () => {
  assert.equal(stateOf({}).kind, "recorded");
});

test("a session that is not drawn is held back for the case of an error", () => {
  assert.equal(stateOf({ sampleRate: 0.26 }).kind, "recorded");
  assert.deepEqual(stateOf({ sampleRate: 0.25 }), {
    kind: "held-back",
    untilAgeMs: null,
    releasesOnError: true,
  });
  const none = { sampleRate: 0.25, errorSampleRate: 0.75 };
  assert.equal(stateOf(none).kind, "not-recorded");
});

test("a session that is drawn is held back until it is old enough", () => {
  const rules = { minimumDurationMs: 5_000, errorSampleRate: 0 };
  assert.deepEqual(stateOf(rules, 4_999), {
    kind: "held-back",
    untilAgeMs: 5_000,
    releasesOnError: false,
  });
  assert.equal(stateOf(rules, 5_000).kind, "recorded");
});

test("a released session is recorded to its end, unless recording is switched off", () => {
  assert.equal(stateOf({ sampleRate: 0 }, 0, true).kind, "recorded");
  assert.equal(stateOf({ minimumDurationMs: 9_000 }, 0, true).kind, "recorded");
  assert.equal(stateOf({ recording: false }, 0, true).kind, "not-recorded");
});

test("no rate records nothing", () => {
  for (const id of ["00000000-0000-4000-8000-000000000000", ID]) {
    const none = { ...ALL, sampleRate: 0, errorSampleRate: 0 };
    assert.equal(sessionState({ id, ageMs: 0, isReleased: false }, none).kind, "not-recorded");
  }
});
