import assert from "node:assert/strict";
import { test } from "node:test";
import { lastIndexAt } from "./recording.ts";
import { type DecodedJson, recordingFromJson } from "./recording-from-json.ts";

const START = 1_700_000_000_000;

function meta(atMs: number, href: string) {
  return { type: 4, timestamp: START + atMs, data: { href, width: 800, height: 600 } };
}

function decodedVisit(): DecodedJson {
  return {
    windows: [
      { window_id: "second", joined_ids: [], events: [meta(9_000, "https://shop.example/help")] },
      {
        window_id: "first",
        joined_ids: ["framed"],
        events: [
          meta(0, "https://shop.example/"),
          { type: 2, timestamp: START + 4, data: {} },
          { type: 3, timestamp: START + 500, data: { source: 2 } },
          { type: 3, timestamp: START + 3_000, data: { source: 0 } },
          { type: 3, timestamp: START + 12_000, data: { source: 5 } },
          {
            type: 5,
            timestamp: START + 12_400,
            data: { tag: "navigation", payload: { href: "https://shop.example/cart" } },
          },
        ],
      },
      { window_id: "empty", joined_ids: [], events: [] },
    ],
    activity: [
      { at_ms: START + 12_500, window_id: "first", kind: "navigation", label: "/cart" },
      { at_ms: START + 500, window_id: "first", kind: "click", label: "button" },
      { at_ms: START + 600, window_id: "first", kind: "from the future", label: "?" },
    ],
  };
}

test("times count from the first record of the session", () => {
  const recording = recordingFromJson(decodedVisit());
  assert.equal(recording?.startMomentMs, START);
  assert.equal(recording?.durationMs, 12_500);
});

test("windows come in the order in which they were opened; empty ones are left out", () => {
  const recording = recordingFromJson(decodedVisit());
  assert.deepEqual(
    recording?.windows.map(({ id, startMs, endMs, firstSnapshotMs }) => [
      id,
      startMs,
      endMs,
      firstSnapshotMs,
    ]),
    [
      ["first", 0, 12_500, 4],
      ["second", 9_000, 9_000, null],
    ],
  );
});

test("the address follows page loads and navigations within the page", () => {
  const first = recordingFromJson(decodedVisit())?.windows[0];
  assert.deepEqual(first?.addresses, [
    { atMs: 0, url: "https://shop.example/" },
    { atMs: 12_400, url: "https://shop.example/cart" },
  ]);
});

test("a change made by the page alone is not a sign of the visitor", () => {
  const first = recordingFromJson(decodedVisit())?.windows[0];
  assert.deepEqual(first?.inactivity, [{ startMs: 1_500, endMs: 11_000 }]);
});

test("what happened in a frame happened in the window that shows it", () => {
  const visit = decodedVisit();
  const click = { at_ms: START + 5_000, window_id: "framed", kind: "click", label: "Pay" };
  const recording = recordingFromJson({ ...visit, activity: [...visit.activity, click] });
  assert.deepEqual(
    recording?.activity.map(({ windowId, inFrame, label }) => [windowId, inFrame, label]),
    [
      ["first", false, "button"],
      ["first", true, "Pay"],
      ["first", false, "/cart"],
    ],
  );
  assert.deepEqual(recording?.windows[0]?.inactivity, [{ startMs: 6_000, endMs: 11_000 }]);
});

test("activity is sorted, and a kind that is not known is left out", () => {
  const kinds = recordingFromJson(decodedVisit())?.activity.map((entry) => entry.kind);
  assert.deepEqual(kinds, ["click", "navigation"]);
});

test("without records there is no recording", () => {
  assert.equal(recordingFromJson({ windows: [], activity: [] }), null);
});

test("the entry at a time is the last one that is not later", () => {
  const entries = [{ atMs: 10 }, { atMs: 20 }, { atMs: 20 }, { atMs: 30 }];
  assert.equal(lastIndexAt(entries, 9), -1);
  assert.equal(lastIndexAt(entries, 20), 2);
  assert.equal(lastIndexAt(entries, 99), 3);
});
