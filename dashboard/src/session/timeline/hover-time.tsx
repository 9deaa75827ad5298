import { type CSSProperties, type RefObject, useEffect, useState } from "react";
import { clockTime } from "../../format/duration.ts";

interface HoverTimeProps {
  readonly trackRef: RefObject<HTMLElement | null>;
  readonly durationMs: number;
}

/** The time under the mouse, shown above the timeline. */
export function HoverTime({ trackRef, durationMs }: HoverTimeProps) {
  const [position, setPosition] = useState<number | null>(null);

  useEffect(() => {
    const track = trackRef.current;
    if (track === null) {
      return;
    }
    const onMove = (event: PointerEvent) => {
      const { left, width } = track.getBoundingClientRect();
      setPosition(Math.min(Math.max((event.clientX - left) / width, 0), 1));
    };
    const onLeave = () => setPosition(null);
    track.addEventListener("pointermove", onMove);
    track.addEventListener("pointerleave", onLeave);
    return () => {
      track.removeEventListener("pointermove", onMove);
      track.removeEventListener("pointerleave", onLeave);
    };
  }, [trackRef]);

  return position === null ? null : (
    <span
      className="hover-time numeric"
      style={{ "--position": position } as CSSProperties}
      aria-hidden="true"
    >
      {clockTime(position * durationMs)}
    </span>
  );
}
