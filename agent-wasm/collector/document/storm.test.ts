import assert from "node:assert/strict";
import { test } from "node:test";

import { createOpWriter } from "../op-writer.ts";
import type { Scope } from "../scope.ts";
import { createStorm } from "./storm.ts";

/** A storm on a page whose seconds pass when the test says so. */
function startStorm() {
  const writer = createOpWriter(64);
  let endSecond: (() => void) | null = null;
  let calmCount = 0;
  const scope = {
    writer,
    begin: (code: number) => writer.begin(code, 0),
    guard: { wrap: (callback: () => void) => callback },
    page: {
      setTimeout(callback: () => void) {
        endSecond = callback;
        return 1;
      },
      clearTimeout() {},
    },
  } as unknown as Scope;
  const storm = createStorm(scope, () => {
    calmCount += 1;
  });
  return {
    storm,
    calmCount: () => calmCount,
    passSecond() {
      const end = endSecond;
      endSecond = null;
      end?.();
    },
    /** The levels and skipped counts that were written since the last call. */
    written(): number[][] {
      const ops = [...(writer.take()?.ops ?? [])];
      return ops.flatMap((_, index) => (index % 5 === 0 ? [ops.slice(index + 3, index + 5)] : []));
    },
  };
}

test("changes are followed one by one up to the rate of a storm", () => {
  const { storm, written } = startStorm();
  storm.countChanges(20_000);
  assert.equal(storm.sampleMs(), 0);
  assert.deepEqual(written(), []);
});

test("a storm is noticed at once, and over when a second was calm", () => {
  const { storm, passSecond, calmCount, written } = startStorm();
  storm.countChanges(20_001);
  assert.equal(storm.sampleMs(), 100);
  storm.countSkipped(7);
  passSecond();
  assert.equal(storm.sampleMs(), 100);
  passSecond();
  assert.equal(storm.sampleMs(), 0);
  assert.equal(calmCount(), 1);
  assert.deepEqual(written(), [
    [1, 0],
    [0, 7],
  ]);
});

test("a level is kept while the rate stays above half of what led to it", () => {
  const { storm, passSecond } = startStorm();
  storm.countChanges(100_001);
  passSecond();
  storm.countChanges(50_001);
  passSecond();
  assert.equal(storm.sampleMs(), 500);
  storm.countChanges(50_000);
  passSecond();
  assert.equal(storm.sampleMs(), 100);
});

test("too many nodes have the inside of elements wait", () => {
  const { storm, passSecond } = startStorm();
  storm.countNodes(200_001);
  assert.equal(storm.isPostponing(), true);
  passSecond();
  passSecond();
  assert.equal(storm.isPostponing(), false);
});
