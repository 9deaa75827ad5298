import "./timeline.css";

import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from "react";
import type { Activity, RecordedWindow, Recording } from "../../decoding/recording.ts";
import { clockTime } from "../../format/duration.ts";
import { JUMP_MS, TIMELINE_STEP_MS } from "../../limits.ts";
import type { Playback } from "../player/playback.ts";
import { usePlaybackState } from "../player/use-playback-state.ts";
import { HoverTime } from "./hover-time.tsx";
import { Stretches } from "./stretches.tsx";
import { Ticks } from "./ticks.tsx";

interface TimelineProps {
  readonly recording: Recording;
  readonly window: RecordedWindow;
  readonly playback: Playback;
}

/**
 * The session from end to end. What can be clicked, dragged and reached by keyboard is a native
 * slider, invisible on top of the drawing; its value is milliseconds since the first record.
 */
export function Timeline({ recording, window: recorded, playback }: TimelineProps) {
  const trackRef = useRef<HTMLDivElement>(null);
  const { durationMs, activity } = recording;
  const [inThisWindow, inOthers] = useMemo(() => {
    const isHere = (entry: Activity) => entry.windowId === recorded.id;
    return [activity.filter(isHere), activity.filter((entry) => !isHere(entry))];
  }, [activity, recorded]);
  return (
    <div className="timeline" ref={trackRef}>
      <Stretches window={recorded} durationMs={durationMs} />
      <Ticks activity={inOthers} durationMs={durationMs} place="another_window" />
      <Ticks activity={inThisWindow} durationMs={durationMs} place="this_window" />
      <Playhead playback={playback} durationMs={durationMs} />
      <HoverTime trackRef={trackRef} durationMs={durationMs} />
    </div>
  );
}

interface PlayheadProps {
  readonly playback: Playback;
  readonly durationMs: number;
}

function Playhead({ playback, durationMs }: PlayheadProps) {
  const timeMs = usePlaybackState(playback, (state) => Math.round(state.timeMs));
  const resumesRef = useRef(false);

  // While the playhead is dragged the page stands still under it.
  const startDrag = () => {
    resumesRef.current = playback.state().playing;
    playback.pause();
  };
  const endDrag = () => {
    if (resumesRef.current) {
      resumesRef.current = false;
      playback.play();
    }
  };

  const position = { "--position": durationMs > 0 ? timeMs / durationMs : 0 } as CSSProperties;
  return (
    <>
      <div className="elapsed" style={position} />
      <input
        type="range"
        aria-label="Time in the session"
        aria-valuemin={0}
        aria-valuemax={durationMs}
        aria-valuenow={timeMs}
        aria-valuetext={`${clockTime(timeMs)} of ${clockTime(durationMs)}`}
        min={0}
        max={durationMs}
        step={1}
        value={timeMs}
        onChange={(event) => playback.seek(Number(event.target.value))}
        onPointerDown={startDrag}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
        onKeyDown={(event) => seekByKey(event, playback, durationMs)}
      />
    </>
  );
}

// Left to itself, an arrow key would move a slider of milliseconds by one of them.
function seekByKey(event: KeyboardEvent, playback: Playback, durationMs: number): void {
  const { timeMs } = playback.state();
  const target = {
    ArrowLeft: timeMs - TIMELINE_STEP_MS,
    ArrowDown: timeMs - TIMELINE_STEP_MS,
    ArrowRight: timeMs + TIMELINE_STEP_MS,
    ArrowUp: timeMs + TIMELINE_STEP_MS,
    PageDown: timeMs - JUMP_MS,
    PageUp: timeMs + JUMP_MS,
    Home: 0,
    End: durationMs,
  }[event.key];
  // With shift, arrows go from activity to activity, on the timeline as everywhere else.
  if (target !== undefined && !event.shiftKey) {
    event.preventDefault();
    playback.seek(target);
  }
}
