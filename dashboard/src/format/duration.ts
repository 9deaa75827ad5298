const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A position in a recording as a clock shows it: `0:07`, `12:30`, `1:02:03`. */
export function clockTime(offsetMs: number): string {
  const seconds = Math.floor(Math.max(0, offsetMs) / SECOND_MS);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
    : `${minutes}:${twoDigits(seconds % 60)}`;
}

/** A length of time in its two largest units: `0.4 s`, `48 s`, `3 min 20 s`, `1 h 5 min`. */
export function duration(lengthMs: number): string {
  const length = Math.max(0, lengthMs);
  if (length < 10 * SECOND_MS) {
    return `${(Math.floor(length / 100) / 10).toLocaleString("en-US")} s`;
  }
  if (length < MINUTE_MS) {
    return `${Math.floor(length / SECOND_MS)} s`;
  }
  if (length < HOUR_MS) {
    return twoUnits(length, MINUTE_MS, "min", SECOND_MS, "s");
  }
  return twoUnits(length, HOUR_MS, "h", MINUTE_MS, "min");
}

function twoUnits(
  lengthMs: number,
  largeMs: number,
  large: string,
  smallMs: number,
  small: string,
): string {
  const rest = Math.floor((lengthMs % largeMs) / smallMs);
  const whole = `${Math.floor(lengthMs / largeMs)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}
