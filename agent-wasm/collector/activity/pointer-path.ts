import { POINTER_LINE_MS_MAX, POINTER_TOLERANCE_PX } from "../limits.ts";

/** Where a pointer was at one instant. */
export interface Place {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

/** The few places of a way from which the others follow. */
export interface PointerPath<P extends Place> {
  /** Takes in the next place of the way; says which places up to it have to be kept. */
  add(place: P): readonly P[];
  /** The place where the way ends for now, if it has not been kept already. */
  end(): P | null;
}

/**
 * Keeps the places between which the pointer moved in a straight line at constant speed, as far as
 * the tolerance can tell: few on a straight or a slow way, many in curves and where speed changes.
 *
 * From the place kept last, each later place leaves a range of speeds at which a line passes it
 * within the tolerance. When nothing is left of the range, the place before ends the line.
 */
export function createPointerPath<P extends Place>(): PointerPath<P> {
  /** Where the line begins, and the place that would end it. */
  let start: P | null = null;
  let last: P | null = null;
  let speedX = ANY_SPEED;
  let speedY = ANY_SPEED;

  function begin(at: P): void {
    start = at;
    last = null;
    speedX = ANY_SPEED;
    speedY = ANY_SPEED;
  }

  /** Says which place has to be kept for this one to lie on a line, if any. */
  function extend(place: P): P | null {
    if (start === null) {
      begin(place);
      return place;
    }
    const elapsedMs = Math.max(1, place.atMs - start.atMs);
    const nextX = narrow(speedX, place.x - start.x, elapsedMs);
    const nextY = narrow(speedY, place.y - start.y, elapsedMs);
    const isLine =
      elapsedMs <= POINTER_LINE_MS_MAX && nextX.low <= nextX.high && nextY.low <= nextY.high;
    if (isLine) {
      [last, speedX, speedY] = [place, nextX, nextY];
      return null;
    }
    const kept = last ?? place;
    begin(kept);
    return kept;
  }

  return {
    add(place) {
      const kept: P[] = [];
      const keep = (at: P) => {
        const ended = extend(at);
        if (ended !== null) {
          kept.push(ended);
        }
        // The place begins the next line, unless it has just ended the one before.
        if (ended !== null && ended !== at && extend(at) !== null) {
          kept.push(at);
        }
      };
      const before = last ?? start;
      if (before !== null && place.atMs - before.atMs > REST_MS) {
        // No event means no movement: it rested until just now.
        keep({ ...before, atMs: place.atMs - EVENT_MS });
      }
      keep(place);
      return kept;
    },
    end() {
      const ended = last;
      if (ended !== null) {
        begin(ended);
      }
      return ended;
    },
  };
}

interface SpeedRange {
  readonly low: number;
  readonly high: number;
}

const ANY_SPEED: SpeedRange = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Moving pointers announce themselves once a frame. */
const EVENT_MS = 16;

/** Time without events after which a pointer has rested; a busy page may miss a few frames. */
const REST_MS = 100;

function narrow({ low, high }: SpeedRange, distance: number, elapsedMs: number): SpeedRange {
  return {
    low: Math.max(low, (distance - POINTER_TOLERANCE_PX) / elapsedMs),
    high: Math.min(high, (distance + POINTER_TOLERANCE_PX) / elapsedMs),
  };
}
