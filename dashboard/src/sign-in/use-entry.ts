import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { VIEWER_KEY } from "../api/query-client.ts";

/** A form that lets somebody in: submits `enter`, and asks who is signed in once it succeeded. */
export function useEntry(enter: () => Promise<void>) {
  const queryClient = useQueryClient();
  const entry = useMutation({
    mutationFn: enter,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: VIEWER_KEY }),
  });
  return {
    error: entry.error,
    isPending: entry.isPending,
    submit: (event: FormEvent) => {
      event.preventDefault();
      entry.mutate();
    },
  };
}
