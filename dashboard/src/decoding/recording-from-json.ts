import { findInactivity } from "./inactivity.ts";
import {
  ACTIVITY_KINDS,
  type Activity,
  type AddressChange,
  type RecordedWindow,
  type Recording,
} from "./recording.ts";
import { addressIn, isFullSnapshot, isInteraction, type RrwebEvent } from "./rrweb-event.ts";

/** What the decoder writes. */
export interface DecodedJson {
  readonly windows: readonly {
    readonly window_id: string;
    /** The windows that frames of this one show; their events are among its own. */
    readonly joined_ids: readonly string[];
    readonly events: RrwebEvent[];
  }[];
  readonly activity: readonly {
    readonly at_ms: number;
    readonly window_id: string;
    readonly kind: string;
    readonly label: string;
  }[];
}

/** Prepares what the decoder wrote for being shown. `null` if there is not one record in it. */
export function recordingFromJson(decoded: DecodedJson): Recording | null {
  const moments = momentsOf(decoded);
  if (moments === null) {
    return null;
  }
  const shownIds = shownIdsOf(decoded);
  const activity = decoded.activity
    .flatMap((entry) => activityFromJson(entry, shownIds, moments.first))
    .sort((a, b) => a.atMs - b.atMs);
  const windows = decoded.windows
    .filter((window) => window.events.length > 0)
    .map((window) => windowFromJson(window.window_id, window.events, activity, moments.first))
    .sort((a, b) => a.startMs - b.startMs);
  return {
    startMomentMs: moments.first,
    durationMs: moments.last - moments.first,
    windows,
    activity,
  };
}

function momentsOf(decoded: DecodedJson): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const include = (momentMs: number) => {
    first = Math.min(first, momentMs);
    last = Math.max(last, momentMs);
  };
  for (const window of decoded.windows) {
    for (const event of window.events) {
      include(event.timestamp);
    }
  }
  for (const entry of decoded.activity) {
    include(entry.at_ms);
  }
  return first <= last ? { first, last } : null;
}

/** For each window in a frame the one that shows it. */
function shownIdsOf(decoded: DecodedJson): ReadonlyMap<string, string> {
  return new Map(
    decoded.windows.flatMap((window) => window.joined_ids.map((id) => [id, window.window_id])),
  );
}

// A kind this dashboard does not know comes from a newer recorder; there is no way to show it.
function activityFromJson(
  entry: DecodedJson["activity"][number],
  shownIds: ReadonlyMap<string, string>,
  startMomentMs: number,
): readonly Activity[] {
  const kind = ACTIVITY_KINDS.find((known) => known === entry.kind);
  if (kind === undefined) {
    return [];
  }
  const atMs = entry.at_ms - startMomentMs;
  const windowId = shownIds.get(entry.window_id) ?? entry.window_id;
  return [{ atMs, windowId, inFrame: windowId !== entry.window_id, kind, label: entry.label }];
}

function windowFromJson(
  id: string,
  events: readonly RrwebEvent[],
  sessionActivity: readonly Activity[],
  startMomentMs: number,
): RecordedWindow {
  const activity = sessionActivity.filter((entry) => entry.windowId === id);
  const times = events.map((event) => event.timestamp - startMomentMs);
  const startMs = times[0] ?? 0;
  const endMs = Math.max(times.at(-1) ?? startMs, activity.at(-1)?.atMs ?? startMs);
  const firstSnapshot = events.find(isFullSnapshot);
  const signsMs = [
    ...times.filter((_, index) => isInteraction(events[index] as RrwebEvent)),
    ...activity.map((entry) => entry.atMs),
  ].sort((a, b) => a - b);
  return {
    id,
    startMs,
    endMs,
    events,
    firstSnapshotMs: firstSnapshot ? firstSnapshot.timestamp - startMomentMs : null,
    addresses: addressesOf(events, startMomentMs),
    inactivity: findInactivity(signsMs, startMs, endMs),
  };
}

function addressesOf(
  events: readonly RrwebEvent[],
  startMomentMs: number,
): readonly AddressChange[] {
  return events.flatMap((event) => {
    const url = addressIn(event);
    return url === undefined ? [] : [{ atMs: event.timestamp - startMomentMs, url }];
  });
}
