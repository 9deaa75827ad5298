import { Link } from "wouter";
import type { Session } from "../api/sessions.ts";
import { Moment } from "../elements/moment.tsx";
import { bytes } from "../format/bytes.ts";
import { duration } from "../format/duration.ts";
import { pageAddress } from "../format/page-address.ts";
import { browserName } from "../format/user-agent.ts";
import { ACTIVE_SESSION_AGE_MS } from "../limits.ts";

interface SessionRowProps {
  readonly session: Session;
  readonly nowMs: number;
}

/** One session. The link in the first cell covers the row, so that the whole of it can be clicked. */
export function SessionRow({ session, nowMs }: SessionRowProps) {
  const address = pageAddress(session.entryUrl);
  const active = nowMs - session.endedAtMs < ACTIVE_SESSION_AGE_MS;
  return (
    <tr>
      <td className="session-started">
        <Link href={`/sessions/${session.id}`} className="row-link">
          <Moment momentMs={session.startedAtMs} nowMs={nowMs} />
        </Link>
        {active ? <span className="active-mark">active</span> : null}
      </td>
      <td className="session-entry" title={session.entryUrl}>
        <span className="session-path">{address.path}</span>{" "}
        <small className="muted">{address.host}</small>
      </td>
      <td className="session-visitor">
        {session.userId ?? <span className="muted">Anonymous</span>}
      </td>
      <td className="session-browser muted" title={session.userAgent}>
        {browserName(session.userAgent)}
      </td>
      <td className="number" data-label="long">
        {duration(session.endedAtMs - session.startedAtMs)}
      </td>
      <td className="number" data-label={session.clicks === 1 ? "click" : "clicks"}>
        {session.clicks}
      </td>
      <td className="number" data-label={session.errors === 1 ? "error" : "errors"}>
        <span className={session.errors > 0 ? "error-count" : "muted"}>{session.errors}</span>
      </td>
      <td className="number" data-label="">
        {bytes(session.sizeBytes)}
      </td>
    </tr>
  );
}
