import "./controls.css";

import { Icon } from "../../elements/icon.tsx";
import { clockTime } from "../../format/duration.ts";
import { fullMoment, timeOfDay } from "../../format/moment.ts";
import { JUMP_MS, PLAYBACK_SPEEDS } from "../../limits.ts";
import type { Playback } from "./playback.ts";
import { togglePlaying } from "./toggle-playing.ts";
import type { FullScreen } from "./use-full-screen.ts";
import { usePlaybackState } from "./use-playback-state.ts";

interface ControlsProps {
  readonly playback: Playback;
  readonly startMomentMs: number;
  readonly durationMs: number;
  readonly fullScreen: FullScreen;
}

/** The buttons under the timeline. Each has a key; see `use-shortcuts.ts`. */
export function Controls({ playback, startMomentMs, durationMs, fullScreen }: ControlsProps) {
  const ready = usePlaybackState(playback, (state) => state.ready);
  const playing = usePlaybackState(playback, (state) => state.playing);
  const speed = usePlaybackState(playback, (state) => state.speed);
  const skipInactivity = usePlaybackState(playback, (state) => state.skipInactivity);
  const jump = (stepMs: number) => playback.seek(playback.state().timeMs + stepMs);

  return (
    <div className="controls">
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label="Back 10 seconds"
        title="Back 10 seconds (←)"
        onClick={() => jump(-JUMP_MS)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="button button-primary button-icon"
        aria-label={playing ? "Pause" : "Play"}
        title={playing ? "Pause (space)" : "Play (space)"}
        disabled={!ready}
        onClick={() => togglePlaying(playback)}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label="Forward 10 seconds"
        title="Forward 10 seconds (→)"
        onClick={() => jump(JUMP_MS)}
      >
        <Icon name="forward" />
      </button>
      <Clock playback={playback} startMomentMs={startMomentMs} durationMs={durationMs} />
      <label className="skip-switch" title="Pass stretches without activity quickly (S)">
        <input
          type="checkbox"
          role="switch"
          checked={skipInactivity}
          aria-checked={skipInactivity}
          onChange={(event) => playback.setSkipInactivity(event.target.checked)}
        />
        Skip inactivity
      </label>
      <select
        className="speed button"
        aria-label="Speed"
        title="Speed (< and >)"
        value={speed}
        onChange={(event) => playback.setSpeed(Number(event.target.value))}
      >
        {PLAYBACK_SPEEDS.map((choice) => (
          <option key={choice} value={choice}>
            {choice}×
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label={fullScreen.active ? "Leave full screen" : "Full screen"}
        title="Full screen (F)"
        onClick={fullScreen.toggle}
      >
        <Icon name={fullScreen.active ? "smallscreen" : "fullscreen"} />
      </button>
    </div>
  );
}

interface ClockProps {
  readonly playback: Playback;
  readonly startMomentMs: number;
  readonly durationMs: number;
}

function Clock({ playback, startMomentMs, durationMs }: ClockProps) {
  const second = usePlaybackState(playback, (state) => Math.floor(state.timeMs / 1_000));
  const momentMs = startMomentMs + second * 1_000;
  return (
    <span className="clock numeric">
      {clockTime(second * 1_000)} <span className="muted">/ {clockTime(durationMs)}</span>
      <span className="clock-moment muted" title={fullMoment(momentMs)}>
        {timeOfDay(momentMs)}
      </span>
    </span>
  );
}
