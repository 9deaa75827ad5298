import type { RrwebEvent } from "./rrweb-event.ts";

/**
 * A decoded session, ready to be shown. Times are milliseconds since its first record unless they
 * are called moments. All texts come from visitors' pages and are hostile: show them as text only.
 */
export interface Recording {
  /** The moment of the first record, in milliseconds since the Unix epoch. */
  readonly startMomentMs: number;
  readonly durationMs: number;
  readonly windows: readonly RecordedWindow[];
  readonly activity: readonly Activity[];
}

/** One browser tab of a session, with what its frames show. */
export interface RecordedWindow {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Sorted by time; what the replayer plays. Their timestamps are moments. */
  readonly events: readonly RrwebEvent[];
  /** When the page can first be seen, or `null` while no full snapshot has arrived. */
  readonly firstSnapshotMs: number | null;
  readonly addresses: readonly AddressChange[];
  readonly inactivity: readonly Stretch[];
}

/** From this time on the window showed the page at this address. */
export interface AddressChange {
  readonly atMs: number;
  readonly url: string;
}

/** A stretch of time. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** What an entry of the activity list is about, in the order in which kinds are listed. */
export const ACTIVITY_KINDS = [
  "click",
  "input",
  "navigation",
  "error",
  "frustration",
  "request",
  "console",
  "measure",
  "fact",
  "custom",
  "identify",
  "visibility",
  "thinning",
  "discarded",
  "recording",
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Something in a session worth a line: a click, an error, a page. */
export interface Activity {
  readonly atMs: number;
  /** The window in which it is shown. */
  readonly windowId: string;
  /** Whether it happened in a frame whose own recorder told of it. */
  readonly inFrame: boolean;
  readonly kind: ActivityKind;
  readonly label: string;
}

/** Whether the page in this window can be seen: a full snapshot of it has arrived. */
export function isPlayable(window: RecordedWindow): boolean {
  return window.firstSnapshotMs !== null;
}

/** The window to begin with, if any can be played. */
export function firstPlayableWindow(recording: Recording | null): RecordedWindow | undefined {
  return recording?.windows.find(isPlayable);
}

/** The last of these entries, sorted by time, that is not after `timeMs`; -1 if there is none. */
export function lastIndexAt(entries: readonly { readonly atMs: number }[], timeMs: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && entry.atMs <= timeMs) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
