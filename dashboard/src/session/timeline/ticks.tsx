import { memo } from "react";
import type { Activity } from "../../decoding/recording.ts";
import { DRAWING_WIDTH, LANE_HEIGHT, LANES, ticksOf } from "./lanes.ts";

interface TicksProps {
  readonly activity: readonly Activity[];
  readonly durationMs: number;
  /** What happened in another window than the one shown is drawn faintly. */
  readonly place: "this_window" | "another_window";
}

/** Activity as colored ticks, one lane per kind. Drawn once: it does not depend on the playhead. */
export const Ticks = memo(function Ticks({ activity, durationMs, place }: TicksProps) {
  return (
    <svg
      className="ticks"
      data-place={place}
      viewBox={`0 0 ${DRAWING_WIDTH} ${LANES.length * LANE_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {LANES.map((lane) => (
        <path key={lane} data-lane={lane} d={ticksOf(lane, activity, durationMs)} />
      ))}
    </svg>
  );
});
