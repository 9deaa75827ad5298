import assert from "node:assert/strict";
import { test } from "node:test";
import type { Activity, ActivityKind } from "../../decoding/recording.ts";
import { laneOf, ticksOf } from "./lanes.ts";

function activity(kind: ActivityKind, atMs: number): Activity {
  return { kind, atMs, windowId: "window", inFrame: false, label: "" };
}

test("each lane holds the ticks of its own kinds, placed by time; errors cross all lanes", () => {
  const session = [activity("error", 0), activity("click", 500), activity("error", 2_000)];
  assert.equal(ticksOf("error", session, 2_000), "M0 1.5V58.5M1000 1.5V58.5");
  assert.equal(ticksOf("click", session, 2_000), "M250 21.5V28.5");
  assert.equal(ticksOf("input", session, 2_000), "");
});

test("kinds without a lane of their own share the last one", () => {
  assert.equal(laneOf("discarded"), "other");
  assert.equal(laneOf("visibility"), "other");
});

test("a session without length has its ticks at the start", () => {
  assert.equal(ticksOf("click", [activity("click", 0)], 0), "M0 21.5V28.5");
});
