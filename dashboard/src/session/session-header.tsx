import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Session } from "../api/sessions.ts";
import { CopyButton } from "../elements/copy-button.tsx";
import { Icon } from "../elements/icon.tsx";
import { Moment } from "../elements/moment.tsx";
import { useNow } from "../elements/use-now.ts";
import { bytes } from "../format/bytes.ts";
import { duration } from "../format/duration.ts";
import { pageAddress } from "../format/page-address.ts";
import { browserName } from "../format/user-agent.ts";

/** What the index knows about the session on screen. */
export function SessionHeader({ session }: { readonly session: Session }) {
  const nowMs = useNow();
  const address = pageAddress(session.entryUrl);
  return (
    <header className="session-header">
      <div className="session-title">
        <Link
          href="/sessions"
          className="button button-quiet button-icon"
          aria-label="All sessions"
        >
          <Icon name="arrowLeft" />
        </Link>
        <h1 title={session.entryUrl}>
          {address.path} <span className="muted">{address.host}</span>
        </h1>
      </div>
      <dl className="facts">
        <Fact name="Started">
          <Moment momentMs={session.startedAtMs} nowMs={nowMs} />
        </Fact>
        <Fact name="Duration">{duration(session.endedAtMs - session.startedAtMs)}</Fact>
        <Fact name="Visitor">{session.userId ?? "Anonymous"}</Fact>
        <Fact name="Browser">
          <span title={session.userAgent}>{browserName(session.userAgent)}</span>
        </Fact>
        <Fact name="Views">{session.views}</Fact>
        <Fact name="Clicks">{session.clicks}</Fact>
        <Fact name="Errors">
          <span className={session.errors > 0 ? "error-count" : undefined}>{session.errors}</span>
        </Fact>
        <Fact name="Stored">
          <span title={`${session.records} records in ${session.batches} batches`}>
            {bytes(session.sizeBytes)}
          </span>
        </Fact>
        <Fact name="Session id">
          <code title={session.id}>{session.id.slice(0, 8)}</code>
          <CopyButton text={session.id} what="session id" />
        </Fact>
        {session.previousId !== null && (
          <Fact name="Continues">
            <Link href={`/sessions/${session.previousId}`} title={session.previousId}>
              <code>{session.previousId.slice(0, 8)}</code>
            </Link>
          </Fact>
        )}
      </dl>
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
