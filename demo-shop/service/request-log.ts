import type { IncomingMessage, ServerResponse } from "node:http";
import { LOGGED_PATH_CHARACTERS_MAX, SESSION_ID_CHARACTERS_MAX } from "./limits.ts";
import type { Log } from "./log.ts";

/** The header in which MonitorMe's recorder sends the id of the visitor's session. */
const SESSION_ID_HEADER = "x-monitorme-session-id";

/**
 * Writes one line when the response has been sent or given up. The query is left out: it can
 * hold a customer's e-mail address.
 */
export function logRequest(log: Log, request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now();
  response.once("close", () => {
    const [path = ""] = (request.url ?? "").split("?");
    log("info", "request", {
      method: request.method ?? "",
      path: path.slice(0, LOGGED_PATH_CHARACTERS_MAX),
      status: response.statusCode,
      duration_ms: Math.round((performance.now() - startedAt) * 10) / 10,
      complete: response.writableFinished,
      session_id: sessionId(request),
    });
  });
}

function sessionId(request: IncomingMessage): string | null {
  const value = request.headers[SESSION_ID_HEADER];
  return typeof value === "string" ? value.slice(0, SESSION_ID_CHARACTERS_MAX) : null;
}
