import assert from "node:assert/strict";
import { test } from "node:test";

import { POINTER_LINE_MS_MAX, POINTER_TOLERANCE_PX } from "../limits.ts";
import { createPointerPath, type Place } from "./pointer-path.ts";

const FRAME_MS = 16;

/** A way of a hand: where it is at each frame. */
function way(durationMs: number, at: (part: number) => readonly [x: number, y: number]): Place[] {
  const places: Place[] = [];
  for (let atMs = 0; atMs <= durationMs; atMs += FRAME_MS) {
    const [x, y] = at(atMs / durationMs);
    places.push({ atMs, x: Math.round(x), y: Math.round(y) });
  }
  return places;
}

/** What is kept of a way that is gone through. */
function kept(places: readonly Place[]): Place[] {
  const path = createPointerPath<Place>();
  const all = places.flatMap((place) => path.add(place));
  const end = path.end();
  return end === null ? all : [...all, end];
}

/** What rrweb keeps: a place every 50 ms. */
function everyFiftyMs(places: readonly Place[]): Place[] {
  let last = Number.NEGATIVE_INFINITY;
  const due = ({ atMs }: Place) => {
    const isDue = atMs - last >= 50;
    if (isDue) last = atMs;
    return isDue;
  };
  return [...places.filter(due), ...places.slice(-1)];
}

/** Where a player puts the pointer at a time. */
function replayed(samples: readonly Place[], atMs: number): readonly [number, number] {
  const next = samples.findIndex((sample) => sample.atMs >= atMs);
  const to = samples[next < 0 ? samples.length - 1 : next] as Place;
  const from = samples[Math.max(0, next - 1)] as Place;
  const duration = to.atMs - from.atMs;
  if (duration <= 0 || duration > POINTER_LINE_MS_MAX)
    return atMs >= to.atMs ? [to.x, to.y] : [from.x, from.y];
  const part = (atMs - from.atMs) / duration;
  return [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
}

function worstError(places: readonly Place[], samples: readonly Place[]): number {
  const errors = places.map(({ atMs, x, y }) => {
    const [shownX, shownY] = replayed(samples, atMs);
    return Math.max(Math.abs(shownX - x), Math.abs(shownY - y));
  });
  return Math.max(...errors);
}

const smooth = (part: number) => part * part * (3 - 2 * part);

const WAYS = {
  "to a button and back": way(1_600, (part) => {
    const there = smooth(Math.min(1, Math.min(part, 1 - part) * 3));
    return [100 + 700 * there, 80 + 300 * there];
  }),
  "slowly along a line of text": way(6_000, (part) => [100 + 400 * part, 200]),
  "around something": way(2_000, (part) => [
    400 + 150 * Math.cos(part * 12),
    300 + 150 * Math.sin(part * 12),
  ]),
  "quickly here and there": way(1_200, (part) => [
    400 + 300 * Math.sin(part * 25),
    300 + 40 * Math.sin(part * 61),
  ]),
} as const;

for (const [name, places] of Object.entries(WAYS)) {
  test(`a pointer that goes ${name} is where it was, within twice the tolerance`, (context) => {
    const samples = kept(places);
    const regular = everyFiftyMs(places);
    const error = worstError(places, samples);
    const regularError = worstError(places, regular);
    context.diagnostic(
      `${samples.length} samples, off by ${error.toFixed(1)} px; every 50 ms: ${regular.length}, ${regularError.toFixed(1)} px`,
    );
    assert.ok(error <= 2 * POINTER_TOLERANCE_PX, `off by ${error} px`);
  });
}

test("a straight way takes few samples, a lively one as many as it needs", () => {
  const straight = WAYS["slowly along a line of text"];
  assert.ok(kept(straight).length < everyFiftyMs(straight).length / 4);
  const lively = WAYS["quickly here and there"];
  assert.ok(kept(lively).length > everyFiftyMs(lively).length);
});

test("a pointer that rests is not shown on its way yet", () => {
  const [first, second] = [
    way(160, (part) => [part * 100, 0]),
    way(160, (part) => [100 + part * 100, 0]),
  ];
  const later = second.map((place) => ({ ...place, atMs: place.atMs + 400 }));
  const samples = kept([...first, ...later]);
  const [x] = replayed(samples, 300);
  assert.ok(Math.abs(x - 100) <= 2 * POINTER_TOLERANCE_PX, `at ${x} px`);
});

test("the end of a way is told once", () => {
  const path = createPointerPath<Place>();
  path.add({ atMs: 0, x: 0, y: 0 });
  path.add({ atMs: 16, x: 1, y: 0 });
  assert.deepEqual(path.end(), { atMs: 16, x: 1, y: 0 });
  assert.equal(path.end(), null);
});
