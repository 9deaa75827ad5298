import { type CSSProperties, memo } from "react";
import type { RecordedWindow, Stretch } from "../../decoding/recording.ts";
import { duration } from "../../format/duration.ts";

interface StretchesProps {
  readonly window: RecordedWindow;
  readonly durationMs: number;
}

/** Shading behind the ticks: inactivity, and the times at which the window was not open. */
export const Stretches = memo(function Stretches({ window: recorded, durationMs }: StretchesProps) {
  const closed = [
    { startMs: 0, endMs: recorded.startMs },
    { startMs: recorded.endMs, endMs: durationMs },
  ].filter((stretch) => stretch.endMs > stretch.startMs);
  return (
    <div className="stretches">
      {recorded.inactivity.map((stretch) => (
        <span
          key={stretch.startMs}
          className="stretch"
          data-stretch="inactive"
          style={placed(stretch, durationMs)}
          title={`No activity for ${duration(stretch.endMs - stretch.startMs)}`}
        />
      ))}
      {closed.map((stretch) => (
        <span
          key={stretch.startMs}
          className="stretch"
          data-stretch="closed"
          style={placed(stretch, durationMs)}
        />
      ))}
    </div>
  );
});

function placed(stretch: Stretch, durationMs: number): CSSProperties {
  const percent = (timeMs: number) => `${durationMs > 0 ? (100 * timeMs) / durationMs : 0}%`;
  return { left: percent(stretch.startMs), width: percent(stretch.endMs - stretch.startMs) };
}
