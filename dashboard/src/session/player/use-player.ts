import { useMemo, useState } from "react";
import {
  type Activity,
  isPlayable,
  lastIndexAt,
  type RecordedWindow,
  type Recording,
} from "../../decoding/recording.ts";
import { type Place, placeFromQuery } from "./place.ts";
import { createPlayback, type Playback } from "./playback.ts";

/** What the parts of the player share. */
export interface PlayerControl {
  readonly playback: Playback;
  readonly shown: RecordedWindow;
  readonly showWindow: (windowId: string) => void;
  /** Goes to where an activity happened, in the window in which it happened. */
  readonly seekToActivity: (entry: Activity) => void;
  /** Goes to the next activity in the window shown (`1`), or to the previous one (`-1`). */
  readonly stepActivity: (direction: 1 | -1) => void;
}

/** Opens a recording at the place in the address of the page, paused. */
export function usePlayer(recording: Recording, firstWindow: RecordedWindow): PlayerControl {
  const [opened] = useState(() => openAt(placeFromQuery(window.location.search)));
  const [windowId, setWindowId] = useState(opened.place.windowId);
  const { playback } = opened;
  const wanted = recording.windows.find((candidate) => candidate.id === windowId);
  const shown = wanted && isPlayable(wanted) ? wanted : firstWindow;

  return useMemo(() => {
    const seekToActivity = (entry: Activity) => {
      const target = recording.windows.find((candidate) => candidate.id === entry.windowId);
      if (target && target !== shown && isPlayable(target)) {
        // Without a replay, the playback keeps the time for the window that is about to open.
        playback.detach();
        setWindowId(target.id);
      }
      playback.seek(entry.atMs);
    };
    const stepActivity = (direction: 1 | -1) => {
      const entries = recording.activity.filter((entry) => entry.windowId === shown.id);
      const { timeMs } = playback.state();
      const next =
        direction === 1 ? lastIndexAt(entries, timeMs) + 1 : indexBefore(entries, timeMs);
      const entry = entries[next];
      if (entry) {
        playback.seek(entry.atMs);
      }
    };
    return { playback, shown, showWindow: setWindowId, seekToActivity, stepActivity };
  }, [recording, playback, shown]);
}

function openAt(place: Place): { readonly place: Place; readonly playback: Playback } {
  const playback = createPlayback({
    timeMs: place.timeMs,
    requestFrame: (frame) => requestAnimationFrame(frame),
  });
  return { place, playback };
}

// Times have whole milliseconds, except while playing; then the last entry is a fraction away.
function indexBefore(entries: readonly Activity[], timeMs: number): number {
  return lastIndexAt(entries, Math.ceil(timeMs) - 1);
}
