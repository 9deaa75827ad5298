import assert from "node:assert/strict";
import { test } from "node:test";
import type { RecordedWindow } from "../../decoding/recording.ts";
import { replayableEvents } from "./replayable-events.ts";

const START = 1_700_000_000_000;

const WINDOW: RecordedWindow = {
  id: "window",
  startMs: 200,
  endMs: 5_200,
  events: [
    { type: 4, timestamp: START, data: {} },
    { type: 3, timestamp: START + 700, data: { source: 0 } },
    {
      type: 3,
      timestamp: START + 900,
      data: {
        source: 1,
        positions: [
          { x: 0, y: 0, id: 7, timeOffset: -950 },
          { x: 1, y: 1, id: 7, timeOffset: -400 },
          { x: 2, y: 3, id: 7, timeOffset: -100 },
        ],
      },
    },
  ],
  firstSnapshotMs: 200,
  addresses: [],
  inactivity: [],
};

test("each position of the pointer is an event of its own time", () => {
  const moves = replayableEvents(WINDOW).filter(({ timestamp }) =>
    [START + 500, START + 800].includes(timestamp),
  );
  assert.deepEqual(
    moves.map(({ data }) => data),
    [
      { source: 1, positions: [{ x: 1, y: 1, id: 7, timeOffset: 0 }] },
      { source: 1, positions: [{ x: 2, y: 3, id: 7, timeOffset: 0 }] },
    ],
  );
});

test("the first event stays the first, and the last one lies far beyond the end", () => {
  assert.deepEqual(
    replayableEvents(WINDOW).map(({ type, timestamp }) => [type, timestamp - START]),
    [
      [4, 0],
      [3, 0],
      [3, 500],
      [3, 700],
      [3, 800],
      [5, 3_605_000],
    ],
  );
});
