import { useQuery } from "@tanstack/react-query";
import { readSession, type Session } from "../api/sessions.ts";
import { GROWING_SESSION_AGE_MS, SESSION_REFRESH_INTERVAL_MS } from "../limits.ts";

/** The facts of a session, read again while the session may still grow. */
export function useSession(id: string) {
  return useQuery({
    queryKey: ["session", id],
    queryFn: ({ signal }) => readSession(id, signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && mayGrow(state.data) ? SESSION_REFRESH_INTERVAL_MS : false,
  });
}

function mayGrow(session: Session): boolean {
  return Date.now() - session.endedAtMs < GROWING_SESSION_AGE_MS;
}
