import type { Page } from "./document/dom-reads.ts";
import { createGuard } from "./guard.ts";
import { FAULTS_MAX } from "./limits.ts";
import { startSessionHeader } from "./network/network.ts";
import type { Session } from "./session/session.ts";
import type { Stop } from "./tape.ts";

/**
 * All that is left of a recorder where nothing is recorded: requests of the page still name the
 * session, if they are to, and what the visitor does keeps the session alive. `onRenewed` is called
 * when another session has begun.
 */
export function startUnrecorded(
  page: Page,
  session: Session,
  hasHeader: boolean,
  onRenewed: () => void,
): Stop {
  const guard = createGuard(FAULTS_MAX, stop);
  const lifetime = new page.AbortController();
  const stopHeader = hasHeader ? startSessionHeader(page, guard, session.id) : () => {};
  const noteActivity = guard.wrap(() => {
    if (session.noteActivity()) {
      onRenewed();
    }
  });
  for (const type of ["pointerdown", "keydown"]) {
    const options = { capture: true, passive: true, signal: lifetime.signal };
    page.addEventListener(type, noteActivity, options);
  }

  function stop(): void {
    lifetime.abort();
    stopHeader();
  }
  return stop;
}
