import assert from "node:assert/strict";
import { test } from "node:test";
import type { RecordedWindow } from "../../decoding/recording.ts";
import { createPlayback } from "./playback.ts";
import type { Replay } from "./replay.ts";

const WINDOW: RecordedWindow = {
  id: "window",
  startMs: 1_000,
  endMs: 60_000,
  events: [],
  firstSnapshotMs: 1_000,
  addresses: [],
  inactivity: [{ startMs: 20_000, endMs: 50_000 }],
};

/** A replay whose clock the test turns, and a playback that is told of frames by the test. */
function openPlayback(timeMs: number) {
  const frames: (() => void)[] = [];
  const calls: string[] = [];
  const clock = { timeMs: 0, speed: 0 };
  const replay: Replay = {
    showAt: (at) => {
      clock.timeMs = at;
      calls.push(`show ${at}`);
    },
    playFrom: (at) => {
      clock.timeMs = at;
      calls.push(`play ${at}`);
    },
    pause: () => calls.push("pause"),
    setSpeed: (speed) => {
      clock.speed = speed;
    },
    timeMs: () => clock.timeMs,
    close: () => undefined,
  };
  const playback = createPlayback({ timeMs, requestFrame: (frame) => frames.push(frame) });
  const passTo = (at: number) => {
    clock.timeMs = at;
    for (const frame of frames.splice(0)) {
      frame();
    }
  };
  return { playback, replay, calls, clock, passTo };
}

test("the replay is shown at the time asked for before it was there", () => {
  const { playback, replay, calls } = openPlayback(5_000);
  assert.equal(playback.state().ready, false);
  playback.attach(WINDOW, replay);
  assert.deepEqual(calls, ["show 5000"]);
  assert.equal(playback.state().ready, true);
});

test("time is bounded by the window", () => {
  const { playback, replay } = openPlayback(0);
  playback.attach(WINDOW, replay);
  assert.equal(playback.state().timeMs, 1_000);
  playback.seek(90_000);
  assert.equal(playback.state().timeMs, 60_000);
});

test("seeking while playing goes on playing from there", () => {
  const { playback, replay, calls } = openPlayback(1_000);
  playback.attach(WINDOW, replay);
  playback.play();
  playback.seek(7_000);
  assert.equal(calls.at(-1), "play 7000");
  assert.equal(playback.state().playing, true);
});

test("playback stops at the end and starts over from the beginning", () => {
  const { playback, replay, calls, passTo } = openPlayback(1_000);
  playback.attach(WINDOW, replay);
  playback.play();
  passTo(60_003);
  assert.equal(playback.state().playing, false);
  assert.equal(playback.state().timeMs, 60_000);
  playback.play();
  assert.equal(calls.at(-1), "play 1000");
});

test("inactivity is passed faster, ever slower towards its end, and then at the chosen speed", () => {
  const { playback, replay, clock, passTo } = openPlayback(1_000);
  playback.attach(WINDOW, replay);
  playback.setSpeed(2);
  playback.play();
  passTo(20_000);
  const atItsStart = clock.speed;
  assert.equal(playback.state().skipping, true);
  passTo(40_000);
  assert.ok(clock.speed < atItsStart && clock.speed > 2);
  passTo(50_001);
  assert.equal(playback.state().skipping, false);
  assert.equal(clock.speed, 2);
});

test("inactivity is played like everything else when the person wants that", () => {
  const { playback, replay, clock, passTo } = openPlayback(1_000);
  playback.attach(WINDOW, replay);
  playback.setSkipInactivity(false);
  playback.play();
  passTo(30_000);
  assert.equal(playback.state().skipping, false);
  assert.equal(clock.speed, 1);
});

test("listeners hear of every change until they leave", () => {
  const { playback, replay } = openPlayback(1_000);
  let heard = 0;
  const leave = playback.subscribe(() => {
    heard += 1;
  });
  playback.attach(WINDOW, replay);
  const before = heard;
  assert.ok(before > 0);
  leave();
  playback.seek(2_000);
  assert.equal(heard, before);
});
