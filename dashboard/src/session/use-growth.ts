import { useEffect } from "react";
import type { Session } from "../api/sessions.ts";
import { firstPlayableWindow } from "../decoding/recording.ts";
import type { RecordingState } from "./use-recording.ts";

/** Records that arrived at the edge after those on screen were read. */
export interface Growth {
  readonly newRecords: number;
  /** Reads them too. */
  readonly load: () => void;
}

/**
 * Compares the records on screen with those at the edge. A recording that cannot be played yet is
 * read anew by itself; one that somebody may be watching only when they ask.
 */
export function useGrowth(session: Session, state: RecordingState, reload: () => void): Growth {
  const newRecords = state.phase === "ready" ? session.records - state.records : 0;
  const waiting = state.phase === "ready" && firstPlayableWindow(state.recording) === undefined;

  useEffect(() => {
    if (waiting && newRecords > 0) {
      reload();
    }
  }, [waiting, newRecords, reload]);

  return { newRecords, load: reload };
}
