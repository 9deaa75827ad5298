import { SESSION_NOTE_MS } from "../limits.ts";
import type { Session, SessionStart } from "../session/session.ts";

/** A session of which another page decides when it ends. */
export interface JoinedSession extends Session {
  /** Another one has begun. */
  renew(start: SessionStart): void;
}

/** Joins a session; `tell` is called when something was done in it, but not for every single thing. */
export function joinSession(
  start: SessionStart,
  nowMs: () => number,
  tell: () => void,
): JoinedSession {
  let current = start;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let isRenewed = false;
  return {
    id: () => current.id,
    previousId: () => current.previousId,
    ageMs: () => Math.max(nowMs() - current.startedAtMs, 0),
    noteActivity() {
      if (Math.abs(nowMs() - toldAtMs) >= SESSION_NOTE_MS) {
        toldAtMs = nowMs();
        tell();
      }
      const isOther = isRenewed;
      isRenewed = false;
      return isOther;
    },
    renew(next) {
      current = next;
      isRenewed = true;
    },
  };
}
