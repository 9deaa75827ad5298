import assert from "node:assert/strict";
import { test } from "node:test";

import { createGuard } from "./guard.ts";

function fail(): void {
  throw new Error("fault");
}

test("faults do not reach the caller, and are counted", () => {
  const guard = createGuard(10, () => assert.fail("two faults are not too many"));
  const callback = guard.wrap(fail);
  callback();
  callback();
  assert.equal(guard.takeFaultCount(), 2);
  assert.equal(guard.takeFaultCount(), 0);
});

test("values are passed on", () => {
  const given: unknown[] = [];
  const guard = createGuard(10, () => {});
  guard.wrap((...values: [number, string]) => given.push(...values))(1, "a");
  assert.deepEqual(given, [1, "a"]);
});

test("too many faults stop everything, once, even if stopping fails", () => {
  let stops = 0;
  let calls = 0;
  const guard = createGuard(3, () => {
    stops += 1;
    fail();
  });
  const faulty = guard.wrap(fail);
  const sound = guard.wrap(() => {
    calls += 1;
  });
  sound();
  for (let count = 0; count < 5; count++) {
    faulty();
  }
  sound();
  assert.deepEqual({ stops, calls }, { stops: 1, calls: 1 });
});
