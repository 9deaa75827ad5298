import "./sessions.css";

import { useSearchParams } from "wouter";
import { Icon } from "../elements/icon.tsx";
import { Notice } from "../elements/notice.tsx";
import { useTitle } from "../elements/use-title.ts";
import { ConnectRecorder } from "./connect-recorder.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { Pagination } from "./pagination.tsx";
import { SessionTable } from "./session-table.tsx";
import { useSessionList } from "./use-session-list.ts";

/** All sessions, newest first; `?before=` in the address names an older page. */
export function SessionListPage() {
  useTitle("Sessions");
  const [search] = useSearchParams();
  const before = search.get("before");
  const list = useSessionList(before);

  return (
    <div className="session-list">
      <header className="session-list-head">
        <h1>Sessions</h1>
        {list.data ? (
          <span className="muted" aria-live="polite">
            {list.isError ? "Cannot be refreshed at the moment" : keepingUp(before)}
          </span>
        ) : null}
        <button
          type="button"
          className="button button-icon"
          title="Refresh"
          aria-label="Refresh the list"
          data-busy={list.isFetching || undefined}
          onClick={() => list.refetch()}
        >
          <Icon name="refresh" />
        </button>
      </header>
      <SessionListBody list={list} before={before} />
    </div>
  );
}

function keepingUp(before: string | null): string {
  return before === null ? "Newest first, kept up to date" : "An older page";
}

interface SessionListBodyProps {
  readonly list: ReturnType<typeof useSessionList>;
  readonly before: string | null;
}

function SessionListBody({ list, before }: SessionListBodyProps) {
  if (list.isPending) {
    return <ListSkeleton />;
  }
  if (list.data === undefined) {
    return (
      <Notice
        icon="warning"
        tone="failure"
        title="The sessions could not be read"
        actions={
          <button
            type="button"
            className="button button-primary"
            onClick={() => list.refetch()}
            disabled={list.isFetching}
          >
            Try again
          </button>
        }
      >
        <p>{list.error?.message}</p>
      </Notice>
    );
  }
  if (list.data.sessions.length === 0 && before === null) {
    return <ConnectRecorder />;
  }
  return (
    <>
      <SessionTable sessions={list.data.sessions} />
      <Pagination before={before} next={list.data.next} />
    </>
  );
}
