import { QueryCache, QueryClient } from "@tanstack/react-query";
import { READ_RETRIES_MAX } from "../limits.ts";
import { ApiError, isSignedOut } from "./request.ts";

/** Under this key stands who is signed in; every view depends on it. */
export const VIEWER_KEY = ["viewer"] as const;

/** The cache of everything read from the query API. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A sign-in can end while views are open; asking anew leads to the sign-in form.
      onError: (error) => {
        if (isSignedOut(error)) {
          client.invalidateQueries({ queryKey: VIEWER_KEY });
        }
      },
    }),
    defaultOptions: { queries: { retry: mayRetry } },
  });
  return client;
}

// What the edge refused it will refuse again; what failed on the way or inside may succeed.
function mayRetry(failures: number, error: Error): boolean {
  const refused =
    error instanceof ApiError && error.refusal.status >= 400 && error.refusal.status < 500;
  return !refused && failures < READ_RETRIES_MAX;
}
