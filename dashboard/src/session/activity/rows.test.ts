import assert from "node:assert/strict";
import { test } from "node:test";
import type { Activity, ActivityKind } from "../../decoding/recording.ts";
import { rowsOf } from "./rows.ts";

function activity(kind: ActivityKind, atMs: number, label: string, windowId = "w"): Activity {
  return { kind, atMs, label, windowId, inFrame: false };
}

test("what is typed into one field is one line, at the time of its first keystroke", () => {
  const rows = rowsOf([
    activity("input", 10, "Street"),
    activity("input", 20, "Street"),
    activity("input", 30, "City"),
  ]);
  assert.deepEqual(
    rows.map(({ atMs, count, entry }) => [atMs, count, entry.label]),
    [
      [10, 2, "Street"],
      [30, 1, "City"],
    ],
  );
});

test("anything in between begins a new line, and so does another window or a frame", () => {
  const rows = rowsOf([
    activity("input", 10, "Street"),
    activity("click", 20, "Street"),
    activity("input", 30, "Street"),
    activity("input", 40, "Street", "another"),
    { ...activity("input", 50, "Street", "another"), inFrame: true },
  ]);
  assert.equal(rows.length, 5);
});

test("two clicks on the same thing are two lines", () => {
  assert.equal(rowsOf([activity("click", 10, "Pay"), activity("click", 20, "Pay")]).length, 2);
});
