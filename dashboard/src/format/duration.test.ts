import assert from "node:assert/strict";
import { test } from "node:test";
import { clockTime, duration } from "./duration.ts";

test("a clock shows minutes and seconds, and hours only when there are any", () => {
  assert.equal(clockTime(0), "0:00");
  assert.equal(clockTime(7_999), "0:07");
  assert.equal(clockTime(750_000), "12:30");
  assert.equal(clockTime(3_723_000), "1:02:03");
});

test("a clock does not run below zero", () => {
  assert.equal(clockTime(-40), "0:00");
});

test("a duration is told in its two largest units", () => {
  assert.equal(duration(420), "0.4 s");
  assert.equal(duration(48_900), "48 s");
  assert.equal(duration(200_000), "3 min 20 s");
  assert.equal(duration(180_000), "3 min");
  assert.equal(duration(3_900_000), "1 h 5 min");
});
