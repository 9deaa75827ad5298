const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "long" });

/** Writes a moment as a day, such as "November 21, 2026". */
export function formatDay(atMs: number): string {
  return DAY.format(atMs);
}
