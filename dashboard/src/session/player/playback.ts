import { stretchAt } from "../../decoding/inactivity.ts";
import type { RecordedWindow } from "../../decoding/recording.ts";
import { INACTIVITY_REMAINING_MS } from "../../limits.ts";
import type { Replay } from "./replay.ts";

/** What the controls show. Times count from the start of the recording. */
export interface PlaybackState {
  readonly timeMs: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly skipInactivity: boolean;
  /** Inactivity is being passed at a higher speed. */
  readonly skipping: boolean;
  /** The replay shows the page as it was at `timeMs`. */
  readonly ready: boolean;
}

/** Runs a replay: the one place that knows what time it is in a recording. */
export interface Playback {
  readonly state: () => PlaybackState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hands over the replay of a window, at the current time; the window bounds the time. */
  readonly attach: (window: RecordedWindow, replay: Replay) => void;
  /** Takes the replay away again, for another window or for good. */
  readonly detach: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (timeMs: number) => void;
  readonly setSpeed: (speed: number) => void;
  readonly setSkipInactivity: (skip: boolean) => void;
}

/** Asks for a call before the next frame; `requestAnimationFrame` outside of tests. */
export type RequestFrame = (callback: () => void) => void;

interface PlaybackOptions {
  readonly timeMs: number;
  readonly requestFrame: RequestFrame;
}

/** Creates a playback that waits, paused, for its replay. */
export function createPlayback(options: PlaybackOptions): Playback {
  const { requestFrame } = options;
  const listeners = new Set<() => void>();
  let frameRequested = false;
  let shown: { readonly window: RecordedWindow; readonly replay: Replay } | null = null;
  let state: PlaybackState = {
    timeMs: options.timeMs,
    playing: false,
    speed: 1,
    skipInactivity: true,
    skipping: false,
    ready: false,
  };

  const update = (changes: Partial<PlaybackState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) {
      listener();
    }
  };

  const pause = () => {
    shown?.replay.pause();
    update({ playing: false, skipping: false });
  };

  const seek = (timeMs: number) => {
    if (shown === null) {
      update({ timeMs });
      return;
    }
    const boundedMs = Math.min(Math.max(timeMs, shown.window.startMs), shown.window.endMs);
    update({ timeMs: boundedMs });
    if (state.playing) {
      shown.replay.playFrom(boundedMs);
    } else {
      shown.replay.showAt(boundedMs);
    }
  };

  const followNextFrame = () => {
    if (!frameRequested) {
      frameRequested = true;
      requestFrame(followReplay);
    }
  };

  const followReplay = () => {
    frameRequested = false;
    if (shown === null || !state.playing) {
      return;
    }
    const { window, replay } = shown;
    const timeMs = Math.min(replay.timeMs(), window.endMs);
    if (timeMs >= window.endMs) {
      update({ timeMs: window.endMs });
      pause();
      return;
    }
    const idle = state.skipInactivity ? stretchAt(window.inactivity, timeMs) : undefined;
    const speedThroughIdle = idle ? (idle.endMs - timeMs) / INACTIVITY_REMAINING_MS : 0;
    const skipping = speedThroughIdle > state.speed;
    if (skipping || state.skipping) {
      replay.setSpeed(Math.max(state.speed, speedThroughIdle));
    }
    update({ timeMs, skipping });
    followNextFrame();
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach: (window, replay) => {
      shown = { window, replay };
      replay.setSpeed(state.speed);
      seek(state.timeMs);
      update({ ready: true });
    },
    detach: () => {
      shown = null;
      update({ ready: false, playing: false, skipping: false });
    },
    play: () => {
      if (shown === null || state.playing) {
        return;
      }
      const atEnd = state.timeMs >= shown.window.endMs;
      update({ playing: true });
      seek(atEnd ? shown.window.startMs : state.timeMs);
      followNextFrame();
    },
    pause,
    seek,
    setSpeed: (speed) => {
      update({ speed });
      shown?.replay.setSpeed(speed);
    },
    setSkipInactivity: (skipInactivity) => {
      update({ skipInactivity, skipping: false });
      shown?.replay.setSpeed(state.speed);
    },
  };
}
