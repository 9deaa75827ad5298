import assert from "node:assert/strict";
import { test } from "node:test";
import { findInactivity, stretchAt } from "./inactivity.ts";

test("a long pause between two signs is inactivity, save a margin at both ends", () => {
  assert.deepEqual(findInactivity([0, 500, 20_500, 21_000], 0, 21_000), [
    { startMs: 1_500, endMs: 19_500 },
  ]);
});

test("a short pause is not", () => {
  assert.deepEqual(findInactivity([0, 4_900, 9_000], 0, 9_000), []);
});

test("the time before the first sign and after the last one counts", () => {
  assert.deepEqual(findInactivity([10_000], 0, 30_000), [
    { startMs: 1_000, endMs: 9_000 },
    { startMs: 11_000, endMs: 29_000 },
  ]);
});

test("a stretch ends where the next time begins", () => {
  const stretches = [{ startMs: 100, endMs: 200 }];
  assert.equal(stretchAt(stretches, 99), undefined);
  assert.equal(stretchAt(stretches, 100), stretches[0]);
  assert.equal(stretchAt(stretches, 200), undefined);
});
