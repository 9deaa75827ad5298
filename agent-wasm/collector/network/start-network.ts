import type { Scope, Stop } from "../scope.ts";
import { startBeacon } from "./beacon.ts";
import { startConnections } from "./connections.ts";
import { startFetch } from "./fetch.ts";
import { createRequests } from "./requests.ts";
import { createSessionHeader } from "./session-header.ts";
import { startXhr } from "./xhr.ts";

/** Records the page's requests. Those to its own origin carry the session id, if there is one. */
export function startNetwork(scope: Scope, sessionId: (() => string) | null): Stop {
  const { page, guard } = scope;
  const requests = createRequests(scope);
  const headerFor = createSessionHeader(page, sessionId);
  const stops = [
    startFetch(page, requests, headerFor),
    startXhr(page, guard, requests, headerFor),
    startBeacon(page, requests),
    startConnections(page, guard, requests),
  ];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}
