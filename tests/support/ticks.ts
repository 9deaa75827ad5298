import type { DecodedSession } from "./session-events.ts";

/** The numbers of the ticks that a recording of the ticking page tells of, in order. */
export function recordedTicks(session: DecodedSession): number[] {
  return ticksOfWindows(session).flat();
}

/** The same, for each window apart. */
export function ticksOfWindows(session: DecodedSession): number[][] {
  return session.windows.map(({ events }) =>
    events.flatMap((event) => {
      const { data } = event as { data?: { tag?: string; payload?: TickPayload } };
      const isTick = data?.tag === "custom event" && data.payload?.name === "tick";
      return isTick ? [data.payload?.payload?.number ?? Number.NaN] : [];
    }),
  );
}

interface TickPayload {
  readonly name?: string;
  readonly payload?: { readonly number?: number };
}

/** The numbers from 1 to `last`. */
export function allTicks(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
