const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago a moment was: `just now`, `12 s ago`, `5 min ago`, `3 h ago`, `2 days ago`, a date. */
export function timeAgo(momentMs: number, nowMs: number): string {
  // A visitor's clock may run ahead of ours; what seems to be in the future has just happened.
  const ageMs = Math.max(0, nowMs - momentMs);
  if (ageMs < 5_000) {
    return "just now";
  }
  if (ageMs < MINUTE_MS) {
    return `${Math.floor(ageMs / 1_000)} s ago`;
  }
  if (ageMs < HOUR_MS) {
    return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
  }
  if (ageMs < DAY_MS) {
    return `${Math.floor(ageMs / HOUR_MS)} h ago`;
  }
  if (ageMs < 7 * DAY_MS) {
    const days = Math.floor(ageMs / DAY_MS);
    return days === 1 ? "1 day ago" : `${days} days ago`;
  }
  return new Date(momentMs).toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
}

/** A moment in full, in the viewer's time zone and language. */
export function fullMoment(momentMs: number): string {
  return new Date(momentMs).toLocaleString(undefined, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
}

/** The time of day, where the date is clear. */
export function timeOfDay(momentMs: number): string {
  return new Date(momentMs).toLocaleTimeString(undefined, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
}

/** A moment for machines, or `undefined` if it lies outside of what a date can hold. */
export function machineMoment(momentMs: number): string | undefined {
  const date = new Date(momentMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
