import type { RecordedWindow } from "../../decoding/recording.ts";
import { type PointerMove, pointerMoveIn, type RrwebEvent } from "../../decoding/rrweb-event.ts";

// Longer than a frame lasts at any speed.
const NEVER_MS = 3_600_000;

/**
 * The events of a window, arranged so that the stock replayer keeps the time.
 *
 * - A pointer move holds many positions and reaches back to the first of them. When it is the last
 *   event that was played, the replayer takes it for as old as that, and on the next seek forward
 *   applies a second time what has happened since, which ruins the page. Hence one event per
 *   position.
 * - The clock of the replayer stops at the last event, but a window may end later, with an error
 *   for example; and a moment after its last event the replayer stops whatever it does by then.
 *   Hence a custom event, which it passes over, so late that it is never reached.
 */
export function replayableEvents(recorded: RecordedWindow): readonly RrwebEvent[] {
  const startMoment = recorded.events[0]?.timestamp ?? 0;
  const endMoment = startMoment + recorded.endMs - recorded.startMs;
  const never = { type: 5, timestamp: endMoment + NEVER_MS, data: { tag: "never", payload: null } };
  const events = recorded.events.flatMap((event) => onePositionEach(event, startMoment));
  return [...events, never].sort((a, b) => a.timestamp - b.timestamp);
}

// No position may come before the first event: from that one the replayer counts the time.
function onePositionEach(event: RrwebEvent, startMoment: number): readonly RrwebEvent[] {
  const move = pointerMoveIn(event);
  return move === undefined
    ? [event]
    : move.positions.map((position) => ({
        ...event,
        timestamp: Math.max(event.timestamp + position.timeOffset, startMoment),
        data: { ...move, positions: [{ ...position, timeOffset: 0 }] } satisfies PointerMove,
      }));
}
