import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { VIEWER_KEY } from "./api/query-client.ts";
import { readViewer } from "./api/sign-in.ts";
import { FailureBoundary } from "./elements/failure-boundary.tsx";
import { Notice } from "./elements/notice.tsx";
import { SessionListPage } from "./sessions/session-list-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { SignInPage } from "./sign-in/sign-in-page.tsx";

// The replayer weighs more than all the rest; only those who watch a session load it.
const SessionPage = lazy(() =>
  import("./session/session-page.tsx").then((module) => ({ default: module.SessionPage })),
);

/** The dashboard: sign-in first, then the view the address names. */
export function App() {
  const viewer = useQuery({ queryKey: VIEWER_KEY, queryFn: ({ signal }) => readViewer(signal) });

  if (viewer.isPending) {
    return null;
  }
  if (viewer.isError) {
    return (
      <Notice
        icon="plug"
        tone="failure"
        title="The edge cannot be reached"
        actions={
          <button
            type="button"
            className="button button-primary"
            onClick={() => viewer.refetch()}
            disabled={viewer.isFetching}
          >
            Try again
          </button>
        }
      >
        <p>{viewer.error.message}</p>
      </Notice>
    );
  }
  if (viewer.data.kind === "signed_out") {
    return <SignInPage ownerExists={viewer.data.ownerExists} />;
  }
  return (
    <Shell email={viewer.data.email}>
      <FailureBoundary>
        <Suspense>
          <Views />
        </Suspense>
      </FailureBoundary>
    </Shell>
  );
}

function Views() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/sessions" replace />
      </Route>
      <Route path="/sessions" component={SessionListPage} />
      <Route path="/sessions/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
      <Route>
        <Notice icon="search" title="There is no such page">
          <p>The address leads nowhere in this dashboard.</p>
        </Notice>
      </Route>
    </Switch>
  );
}
