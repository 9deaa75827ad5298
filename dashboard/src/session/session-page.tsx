import "./session.css";

import { isRefusal } from "../api/request.ts";
import type { Session } from "../api/sessions.ts";
import { firstPlayableWindow } from "../decoding/recording.ts";
import { useTitle } from "../elements/use-title.ts";
import { pageAddress } from "../format/page-address.ts";
import { Player } from "./player/player.tsx";
import { RecordingProgress } from "./recording-progress.tsx";
import { SessionHeader } from "./session-header.tsx";
import { NoSnapshot, RecordsFailed, SessionFailed, SessionNotFound } from "./session-notices.tsx";
import { useGrowth } from "./use-growth.ts";
import { useRecording } from "./use-recording.ts";
import { useSession } from "./use-session.ts";

/** One session: its facts and its replay. */
export function SessionPage({ id }: { readonly id: string }) {
  useTitle("Session");
  const session = useSession(id);

  if (session.data !== undefined) {
    return <LoadedSession session={session.data} />;
  }
  if (isRefusal(session.error, "session_not_found")) {
    return <SessionNotFound id={id} />;
  }
  if (session.error !== null) {
    return <SessionFailed reason={session.error.message} onRetry={() => session.refetch()} />;
  }
  return <RecordingProgress state={{ phase: "downloading", arrived: null }} sizeBytes={null} />;
}

function LoadedSession({ session }: { readonly session: Session }) {
  useTitle(pageAddress(session.entryUrl).path);
  const { state, reload } = useRecording(session);
  const growth = useGrowth(session, state, reload);

  return (
    <div className="session">
      <SessionHeader session={session} />
      <SessionBody session={session} state={state} growth={growth} reload={reload} />
    </div>
  );
}

interface SessionBodyProps {
  readonly session: Session;
  readonly state: ReturnType<typeof useRecording>["state"];
  readonly growth: ReturnType<typeof useGrowth>;
  readonly reload: () => void;
}

function SessionBody({ session, state, growth, reload }: SessionBodyProps) {
  if (state.phase === "failed") {
    return <RecordsFailed reason={state.reason} onRetry={reload} />;
  }
  if (state.phase !== "ready") {
    return <RecordingProgress state={state} sizeBytes={session.sizeBytes} />;
  }
  const firstWindow = firstPlayableWindow(state.recording);
  if (state.recording === null || firstWindow === undefined) {
    return <NoSnapshot session={session} onRetry={reload} />;
  }
  return <Player recording={state.recording} firstWindow={firstWindow} growth={growth} />;
}
