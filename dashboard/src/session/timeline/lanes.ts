import type { Activity, ActivityKind } from "../../decoding/recording.ts";

/** The lanes of the timeline from top to bottom; kinds of one lane share a color too. */
export const LANES = ["error", "navigation", "click", "input", "custom", "other"] as const;

export type Lane = (typeof LANES)[number];

/** The lane in which a kind of activity is drawn. */
export function laneOf(kind: ActivityKind): Lane {
  return LANES.find((lane) => lane === kind) ?? "other";
}

/** Width of the drawing in its own units; the screen stretches it. */
export const DRAWING_WIDTH = 1_000;

/** Height of one lane in units of the drawing. */
export const LANE_HEIGHT = 10;

const TICK_MARGIN = 1.5;

/** One SVG path with a tick per activity of a lane. Those of errors cross all lanes. */
export function ticksOf(lane: Lane, activity: readonly Activity[], durationMs: number): string {
  const top = LANES.indexOf(lane) * LANE_HEIGHT + TICK_MARGIN;
  const lanes = lane === "error" ? LANES.length : 1;
  const bottom = top + lanes * LANE_HEIGHT - 2 * TICK_MARGIN;
  return activity
    .filter((entry) => laneOf(entry.kind) === lane)
    .map((entry) => `M${drawnAt(entry.atMs, durationMs)} ${top}V${bottom}`)
    .join("");
}

function drawnAt(timeMs: number, durationMs: number): number {
  const share = durationMs > 0 ? timeMs / durationMs : 0;
  return Math.round(share * DRAWING_WIDTH * 100) / 100;
}
