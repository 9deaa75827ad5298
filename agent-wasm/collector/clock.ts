/** The time that ops carry. */
export interface Clock {
  /** The instant from which it counts, in milliseconds since the Unix epoch. */
  readonly originMs: number;
  /** Whole milliseconds since then; never less than before. */
  now(): number;
}

/**
 * Counts the time of the wall clock, because the monotonic one of browsers stands still while a
 * device sleeps, and because tabs of one session have to agree. Where the wall clock is set back,
 * it counts on from where it was.
 */
export function createClock(wallMs: () => number): Clock {
  const originMs = Math.floor(wallMs());
  let setBackMs = 0;
  let last = 0;
  return {
    originMs,
    now() {
      const elapsed = Math.floor(wallMs()) - originMs + setBackMs;
      if (elapsed < last) {
        setBackMs += last - elapsed;
        return last;
      }
      last = elapsed;
      return elapsed;
    },
  };
}
