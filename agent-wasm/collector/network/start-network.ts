import type { Page } from "../document/dom-reads.ts";
import type { Guard } from "../guard.ts";
import { stopAll } from "../patch.ts";
import type { Stop, Tape } from "../tape.ts";
import { startBeacon } from "./beacon.ts";
import { startConnections } from "./connections.ts";
import type { Contents } from "./contents.ts";
import { startFetch } from "./fetch.ts";
import { createRequests, type Requests } from "./requests.ts";
import { createSessionHeader } from "./session-header.ts";
import { startXhr } from "./xhr.ts";

/** Records the page's requests. Those to its own origin carry the session id, if there is one. */
export function startNetwork(
  tape: Tape,
  sessionId: (() => string) | null,
  contents: Contents | null,
): Stop {
  const { page, guard } = tape;
  const requests = createRequests(tape, contents);
  const headerFor = createSessionHeader(page, sessionId);
  const stops = [
    startFetch(page, requests, headerFor),
    startXhr(page, guard, requests, headerFor),
    startBeacon(page, requests),
    startConnections(page, guard, requests),
  ];
  return stopAll(stops);
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
