import "./shell.css";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { VIEWER_KEY } from "../api/query-client.ts";
import { signOut } from "../api/sign-in.ts";
import { Brand } from "./brand.tsx";

interface ShellProps {
  readonly email: string;
  readonly children: ReactNode;
}

/** What surrounds every view once somebody is signed in. */
export function Shell({ email, children }: ShellProps) {
  const queryClient = useQueryClient();
  const [inSessions] = useRoute("/sessions/*?");
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: VIEWER_KEY });
      // Whatever was read belongs to who just left.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== VIEWER_KEY[0] });
    },
  });

  return (
    <>
      <a className="skip-link" href="#view">
        Skip to the content
      </a>
      <header className="top-bar">
        <Link href="/sessions" className="top-bar-home" aria-label="MonitorMe, all sessions">
          <Brand />
        </Link>
        <nav aria-label="Views">
          <Link href="/sessions" aria-current={inSessions ? "true" : undefined}>
            Sessions
          </Link>
        </nav>
        <span className="top-bar-email muted">{email}</span>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => leaving.mutate()}
          disabled={leaving.isPending}
        >
          Sign out
        </button>
      </header>
      <main id="view" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
