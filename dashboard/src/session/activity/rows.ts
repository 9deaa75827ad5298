import type { Activity } from "../../decoding/recording.ts";

/** A line of the activity list: one entry, or a run of inputs into one field. */
export interface Row {
  readonly atMs: number;
  /** The first entry of the run. */
  readonly entry: Activity;
  readonly count: number;
}

/** Joins what was typed into one field, keystroke by keystroke, into a single line. */
export function rowsOf(activity: readonly Activity[]): readonly Row[] {
  const rows: Row[] = [];
  for (const entry of activity) {
    const previous = rows.at(-1);
    if (previous && continues(previous.entry, entry)) {
      rows[rows.length - 1] = { ...previous, count: previous.count + 1 };
    } else {
      rows.push({ atMs: entry.atMs, entry, count: 1 });
    }
  }
  return rows;
}

function continues(first: Activity, next: Activity): boolean {
  return (
    first.kind === "input" &&
    next.kind === "input" &&
    first.label === next.label &&
    first.windowId === next.windowId &&
    first.inFrame === next.inFrame
  );
}
