import "./session-table.css";

import type { Session } from "../api/sessions.ts";
import { useNow } from "../elements/use-now.ts";
import { SessionRow } from "./session-row.tsx";

/** Sessions as rows; each row leads to its session. */
export function SessionTable({ sessions }: { readonly sessions: readonly Session[] }) {
  const nowMs = useNow();
  return (
    <table className="session-table">
      <caption className="visually-hidden">Sessions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">Entry page</th>
          <th scope="col">Visitor</th>
          <th scope="col">Browser</th>
          <th scope="col" className="number">
            Duration
          </th>
          <th scope="col" className="number">
            Clicks
          </th>
          <th scope="col" className="number">
            Errors
          </th>
          <th scope="col" className="number">
            Size
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} nowMs={nowMs} />
        ))}
      </tbody>
    </table>
  );
}
