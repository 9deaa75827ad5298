const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** A size in decimal units with at most three significant digits: `640 B`, `48.2 KB`, `1.3 MB`. */
export function bytes(sizeBytes: number): string {
  let size = Math.max(0, sizeBytes);
  let unit = 0;
  // 999.5 and more would be written as 1000 of this unit.
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 99.95 ? 0 : 1;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}
