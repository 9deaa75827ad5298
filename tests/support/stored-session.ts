import type { Edge } from "./edge.ts";
import { type DecodedSession, decodeSegments } from "./session-events.ts";

/** What the query API says of a session. */
export interface SessionRow {
  readonly id: string;
  readonly started_at_ms: number;
  readonly ended_at_ms: number;
  readonly entry_url: string;
  readonly previous_id: string | null;
  readonly user_id: string | null;
  readonly views: number;
  readonly clicks: number;
  readonly errors: number;
  readonly batches: number;
  readonly records: number;
}

const POLL_MS = 100;

/** The row of a session, as soon as it is listed and fulfills a condition. */
export async function waitForSession(
  edge: Edge,
  id: string,
  fulfilled: (session: SessionRow) => boolean = () => true,
  timeoutMs = 15_000,
): Promise<SessionRow> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const response = await edge.query(`/api/sessions/${id}`);
    const session = response.ok ? ((await response.json()) as SessionRow) : undefined;
    if (session && fulfilled(session)) return session;
    if (Date.now() > deadline) {
      throw new Error(`session ${id} is not there yet: ${JSON.stringify(session)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The stored segments of a session, as the query API sends them. */
export async function storedSegments(edge: Edge, id: string): Promise<Buffer> {
  const response = await edge.query(`/api/sessions/${id}/records`);
  if (!response.ok) throw new Error(`no records: ${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The stored records of a session, decoded. */
export async function storedSession(edge: Edge, id: string): Promise<DecodedSession> {
  return decodeSegments(await storedSegments(edge, id));
}
