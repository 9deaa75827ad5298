import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Session } from "../api/sessions.ts";
import { Moment } from "../elements/moment.tsx";
import { Notice } from "../elements/notice.tsx";
import { useNow } from "../elements/use-now.ts";

/** The address names a session that is not in the index. */
export function SessionNotFound({ id }: { readonly id: string }) {
  return (
    <Notice icon="search" title="There is no such session" actions={<AllSessions />}>
      <p>
        No session has the id <code>{id}</code>. It was deleted, or its first batch has not reached
        the edge yet: a new session can be found a few seconds after it began.
      </p>
    </Notice>
  );
}

interface RetryProps {
  readonly reason: string;
  readonly onRetry: () => void;
}

/** The facts of the session could not be read. */
export function SessionFailed({ reason, onRetry }: RetryProps) {
  return (
    <Notice
      icon="warning"
      tone="failure"
      title="The session could not be read"
      actions={<Retry onRetry={onRetry}>Try again</Retry>}
    >
      <p>{reason}</p>
    </Notice>
  );
}

/** The session exists, its records could not be read or decoded. */
export function RecordsFailed({ reason, onRetry }: RetryProps) {
  return (
    <Notice
      icon="warning"
      tone="failure"
      title="The records of this session could not be shown"
      actions={<Retry onRetry={onRetry}>Try again</Retry>}
    >
      <p>{reason}</p>
    </Notice>
  );
}

interface NoSnapshotProps {
  readonly session: Session;
  readonly onRetry: () => void;
}

/** Records there may be, but none of them holds a whole page to start the replay from. */
export function NoSnapshot({ session, onRetry }: NoSnapshotProps) {
  const nowMs = useNow();
  return (
    <Notice
      icon="clock"
      title="This session has no full snapshot yet"
      actions={
        <>
          <Retry onRetry={onRetry}>Look again</Retry>
          <AllSessions />
        </>
      }
    >
      <p>
        A replay starts from a full snapshot of the page, which the recorder sends first.{" "}
        {session.records === 0
          ? "No record has been stored so far."
          : `${session.records} records have arrived without one.`}{" "}
        This view looks for it while the session goes on; if the visitor left before it was sent,
        there is nothing to show.
      </p>
      <p>
        Last record: <Moment momentMs={session.endedAtMs} nowMs={nowMs} />
      </p>
    </Notice>
  );
}

function Retry({ onRetry, children }: { readonly onRetry: () => void; children: ReactNode }) {
  return (
    <button type="button" className="button button-primary" onClick={onRetry}>
      {children}
    </button>
  );
}

function AllSessions() {
  return (
    <Link href="/sessions" className="button">
      All sessions
    </Link>
  );
}
