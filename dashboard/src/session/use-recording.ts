import { useCallback, useEffect, useState } from "react";
import { type Arrived, download } from "../api/download.ts";
import { openRecords, type Session } from "../api/sessions.ts";
import { decode } from "../decoding/decode.ts";
import type { Recording } from "../decoding/recording.ts";

/** How far the records of a session have come on their way to the player. */
export type RecordingState =
  | { readonly phase: "downloading"; readonly arrived: Arrived | null }
  | { readonly phase: "decoding" }
  | {
      readonly phase: "ready";
      /** `null` if not one record has arrived at the edge. */
      readonly recording: Recording | null;
      /** How many records the session had when the download began: at least these are in it. */
      readonly records: number;
    }
  | { readonly phase: "failed"; readonly reason: string };

interface LoadedRecording {
  readonly state: RecordingState;
  /** Reads the records anew. Until they are there, what was shown before stays. */
  readonly reload: () => void;
}

/** Downloads and decodes the records of a session. */
export function useRecording(session: Session): LoadedRecording {
  const { id, records } = session;
  const [state, setState] = useState<RecordingState>({ phase: "downloading", arrived: null });
  const [attempt, setAttempt] = useState({ records });

  useEffect(() => {
    const abort = new AbortController();
    const advance = (next: RecordingState) => {
      if (!abort.signal.aborted) {
        setState((current) => (staysVisible(current, next) ? current : next));
      }
    };
    load(id, attempt.records, advance, abort.signal).catch((error: unknown) =>
      advance({ phase: "failed", reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => abort.abort();
  }, [id, attempt]);

  const reload = useCallback(() => setAttempt({ records }), [records]);
  return { state, reload };
}

async function load(
  id: string,
  records: number,
  advance: (state: RecordingState) => void,
  signal: AbortSignal,
): Promise<void> {
  advance({ phase: "downloading", arrived: null });
  const response = await openRecords(id, signal);
  const segments = await download(response, (arrived) =>
    advance({ phase: "downloading", arrived }),
  );
  advance({ phase: "decoding" });
  const recording =
    segments.byteLength === 0 ? null : await decode({ session: id, segments }, signal);
  advance({ phase: "ready", recording, records });
}

// Reading anew must not take away what somebody is watching.
function staysVisible(current: RecordingState, next: RecordingState): boolean {
  return current.phase === "ready" && next.phase !== "ready";
}
