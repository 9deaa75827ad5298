import { INACTIVITY_MARGIN_MS, INACTIVITY_MIN_MS } from "../limits.ts";
import type { Stretch } from "./recording.ts";

/**
 * The stretches between `startMs` and `endMs` without a sign of the visitor. `signsMs` are the
 * times of interactions and of activity, sorted. A margin stays out of each stretch at both ends.
 */
export function findInactivity(
  signsMs: readonly number[],
  startMs: number,
  endMs: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let previousMs = startMs;
  for (const signMs of [...signsMs, endMs]) {
    if (signMs - previousMs >= INACTIVITY_MIN_MS) {
      stretches.push({
        startMs: previousMs + INACTIVITY_MARGIN_MS,
        endMs: signMs - INACTIVITY_MARGIN_MS,
      });
    }
    previousMs = Math.max(previousMs, signMs);
  }
  return stretches;
}

/** The stretch that `timeMs` lies in, if any. */
export function stretchAt(stretches: readonly Stretch[], timeMs: number): Stretch | undefined {
  return stretches.find((stretch) => stretch.startMs <= timeMs && timeMs < stretch.endMs);
}
