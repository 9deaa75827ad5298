import assert from "node:assert/strict";
import { test } from "node:test";
import { machineMoment, timeAgo } from "./moment.ts";

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

test("the unit grows with the age", () => {
  assert.equal(timeAgo(NOW - 2_000, NOW), "just now");
  assert.equal(timeAgo(NOW - 42_000, NOW), "42 s ago");
  assert.equal(timeAgo(NOW - 5 * 60_000, NOW), "5 min ago");
  assert.equal(timeAgo(NOW - 3 * 3_600_000, NOW), "3 h ago");
  assert.equal(timeAgo(NOW - 24 * 3_600_000, NOW), "1 day ago");
  assert.equal(timeAgo(NOW - 50 * 3_600_000, NOW), "2 days ago");
});

test("after a week a date says more than a number of days", () => {
  assert.match(timeAgo(NOW - 30 * 86_400_000, NOW), /2026/);
});

test("a visitor's clock that runs ahead does not produce a time in the future", () => {
  assert.equal(timeAgo(NOW + 90_000, NOW), "just now");
});

test("a moment that no date can hold has no machine-readable form", () => {
  assert.equal(machineMoment(NOW), "2026-11-21T12:00:00.000Z");
  assert.equal(machineMoment(1e18), undefined);
});
