import type { Page } from "../document/dom-reads.ts";
import type { Guard } from "../guard.ts";
import { stopAll } from "../patch.ts";
import type { StartRealm, Stop, Tape } from "../tape.ts";
import { startBeacon } from "./beacon.ts";
import { startConnections } from "./connections.ts";
import type { Contents } from "./contents.ts";
import { startFetch } from "./fetch.ts";
import { createRequests, type Requests } from "./requests.ts";
import { createSessionHeader } from "./session-header.ts";
import { startXhr } from "./xhr.ts";

/**
 * Records the requests of a realm, the page or a frame of its origin. Those to the page's own origin
 * carry the session id, if there is one.
 */
export function createNetwork(
  tape: Tape,
  sessionId: (() => string) | null,
  contents: Contents | null,
): StartRealm {
  const { guard } = tape;
  const requests = createRequests(tape, contents);

  return (realm) => {
    const headerFor = createSessionHeader(realm, sessionId);
    return stopAll([
      startFetch(realm, requests, headerFor),
      startXhr(realm, guard, requests, headerFor),
      startBeacon(realm, requests),
      startConnections(realm, guard, requests),
    ]);
  };
}

/** Has requests to the page's own origin carry the session id, and records nothing. */
export function startSessionHeader(page: Page, guard: Guard, sessionId: () => string): Stop {
  const headerFor = createSessionHeader(page, sessionId);
  return stopAll([
    startFetch(page, UNRECORDED, headerFor),
    startXhr(page, guard, UNRECORDED, headerFor),
  ]);
}

const UNRECORDED: Requests = { start: () => ({ end() {}, note() {} }) };
