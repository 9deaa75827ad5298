import { SESSION_AGE_MS, SESSION_IDLE_MS, SESSION_LINK_MS, SESSION_NOTE_MS } from "../limits.ts";
import { isId } from "./random-id.ts";
import type { KeyValueStorage } from "./storage.ts";

/**
 * The session of a visitor: all tabs of a site together, until 30 minutes without activity or the
 * age of 4 hours. The first activity after that begins a new one.
 */
export interface Session {
  /** The id of the session as of the last activity. */
  id(): string;
  /** The session that had run out when this one began; empty if none is known. */
  previousId(): string;
  /** Milliseconds since it began. */
  ageMs(): number;
  /** Notes activity; says whether it belongs to another session than the activity before. */
  noteActivity(): boolean;
}

/** What the rules depend on. */
export interface SessionSurroundings {
  /** Shared by all tabs of the site. */
  readonly storage: KeyValueStorage;
  /** Milliseconds since the Unix epoch. */
  nowMs(): number;
  newId(): string;
}

/** Which session it is, and since when. */
export interface SessionStart {
  readonly id: string;
  /** The session that had run out when this one began; empty if none is known. */
  readonly previousId: string;
  /** Milliseconds since the Unix epoch. */
  readonly startedAtMs: number;
}

interface Note extends SessionStart {
  readonly activeAtMs: number;
}

/** Continues the session that the storage holds, if its time is not over, or begins one. */
export function openSession({ storage, nowMs, newId }: SessionSurroundings): Session {
  let current = noteActivityAt(nowMs());

  /** Tabs learn of each other's sessions here: what is stored counts, not what this tab knows. */
  function noteActivityAt(atMs: number): Note {
    const stored = readNote(storage.getItem(SESSION_KEY));
    const note =
      stored !== null && !isOver(stored, atMs)
        ? { ...stored, activeAtMs: atMs }
        : { id: newId(), previousId: linkTo(stored, atMs), startedAtMs: atMs, activeAtMs: atMs };
    storage.setItem(SESSION_KEY, JSON.stringify(note));
    return note;
  }

  return {
    id: () => current.id,
    previousId: () => current.previousId,
    ageMs: () => Math.max(nowMs() - current.startedAtMs, 0),
    noteActivity() {
      const atMs = nowMs();
      const sinceMs = atMs - current.activeAtMs;
      if (sinceMs >= 0 && sinceMs < SESSION_NOTE_MS && !isOver(current, atMs)) {
        return false;
      }
      const before = current.id;
      current = noteActivityAt(atMs);
      return current.id !== before;
    },
  };
}

/** Where the session stands in the storage. */
export const SESSION_KEY = "monitorme.session";

/** A session of long ago is not named, so that sessions do not become a chain through months. */
function linkTo(stored: Note | null, atMs: number): string {
  return stored !== null && atMs - stored.activeAtMs < SESSION_LINK_MS ? stored.id : "";
}

/** A clock that was set back makes times lie in the future; such a session goes on. */
function isOver(note: Note, atMs: number): boolean {
  return atMs - note.activeAtMs >= SESSION_IDLE_MS || atMs - note.startedAtMs >= SESSION_AGE_MS;
}

/** The page's scripts can write to its storage, so anything may be found there. */
function readNote(text: string | null): Note | null {
  try {
    const note: Partial<Note> | null = JSON.parse(text ?? "null");
    const start = readStart(note);
    const activeAtMs = note?.activeAtMs;
    return start !== null && isTime(activeAtMs) ? { ...start, activeAtMs } : null;
  } catch {
    return null;
  }
}

/** Which session somebody says it is; `null` if that cannot be. */
export function readStart(said: unknown): SessionStart | null {
  const { id, previousId, startedAtMs } = (said ?? {}) as Partial<SessionStart>;
  return isId(id) && isTime(startedAtMs)
    ? { id, previousId: isId(previousId) ? previousId : "", startedAtMs }
    : null;
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
