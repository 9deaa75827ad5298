import { SESSIONS_PER_PAGE } from "../limits.ts";
import { request } from "./request.ts";

/** The facts the index holds about a session. Strings come from visitors' pages: show as text only. */
export interface Session {
  readonly id: string;
  /** The session that had run out when this one began. */
  readonly previousId: string | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly entryUrl: string;
  readonly userId: string | null;
  readonly views: number;
  readonly clicks: number;
  readonly errors: number;
  readonly batches: number;
  readonly records: number;
  readonly sizeBytes: number;
  readonly userAgent: string;
}

/** One page of the list, newest session first. */
export interface SessionPage {
  readonly sessions: readonly Session[];
  /** Where the next older page begins, or `null` on the oldest page. */
  readonly next: string | null;
}

/** A session as the query API writes it. */
export interface SessionJson {
  readonly id: string;
  readonly previous_id: string | null;
  readonly started_at_ms: number;
  readonly ended_at_ms: number;
  readonly entry_url: string;
  readonly user_id: string | null;
  readonly views: number;
  readonly clicks: number;
  readonly errors: number;
  readonly batches: number;
  readonly records: number;
  readonly size_bytes: number;
  readonly user_agent: string;
}

/** Reads a page of sessions: the newest ones, or those before the cursor of another page. */
export async function readSessions(
  before: string | null,
  signal: AbortSignal,
): Promise<SessionPage> {
  const query = new URLSearchParams({ limit: String(SESSIONS_PER_PAGE) });
  if (before !== null) {
    query.set("before", before);
  }
  const response = await request(`/api/sessions?${query}`, { signal });
  const body = (await response.json()) as { sessions: SessionJson[]; next: string | null };
  return { sessions: body.sessions.map(sessionFromJson), next: body.next };
}

/** Reads the facts of one session. */
export async function readSession(id: string, signal: AbortSignal): Promise<Session> {
  const response = await request(`/api/sessions/${encodeURIComponent(id)}`, { signal });
  return sessionFromJson((await response.json()) as SessionJson);
}

/** Opens the stored records of a session: concatenated segments, to be read as a stream. */
export function openRecords(id: string, signal: AbortSignal): Promise<Response> {
  return request(`/api/sessions/${encodeURIComponent(id)}/records`, { signal });
}

function sessionFromJson(json: SessionJson): Session {
  return {
    id: json.id,
    previousId: json.previous_id,
    startedAtMs: json.started_at_ms,
    endedAtMs: json.ended_at_ms,
    entryUrl: json.entry_url,
    userId: json.user_id,
    views: json.views,
    clicks: json.clicks,
    errors: json.errors,
    batches: json.batches,
    records: json.records,
    sizeBytes: json.size_bytes,
    userAgent: json.user_agent,
  };
}
