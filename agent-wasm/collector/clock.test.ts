import assert from "node:assert/strict";
import { test } from "node:test";

import { createClock } from "./clock.ts";

test("it counts whole milliseconds from its origin", () => {
  let wallMs = 1_000.7;
  const clock = createClock(() => wallMs);
  wallMs = 1_250.2;
  assert.equal(clock.originMs, 1_000);
  assert.equal(clock.now(), 250);
});

test("where the wall clock is set back, it counts on from where it was", () => {
  let wallMs = 10_000;
  const clock = createClock(() => wallMs);
  wallMs = 12_000;
  assert.equal(clock.now(), 2_000);
  wallMs = 5_000;
  assert.equal(clock.now(), 2_000);
  wallMs = 5_300;
  assert.equal(clock.now(), 2_300);
});
