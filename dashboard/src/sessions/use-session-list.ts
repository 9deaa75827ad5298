import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readSessions } from "../api/sessions.ts";
import { LIST_REFRESH_INTERVAL_MS } from "../limits.ts";

/** A page of sessions. The newest page is read again and again while the browser tab is visible. */
export function useSessionList(before: string | null) {
  return useQuery({
    queryKey: ["sessions", before],
    queryFn: ({ signal }) => readSessions(before, signal),
    placeholderData: keepPreviousData,
    refetchInterval: before === null ? LIST_REFRESH_INTERVAL_MS : false,
  });
}
