import {
  type CaptureMessage,
  type Clock,
  type EarlyCollector,
  openKnownSheets,
  type Page,
  RELEASE_OTHER_PAGE,
  randomId,
  type SessionStart,
  type SessionState,
  startCollector,
  takeWindowId,
  tolerantStorage,
} from "../../../agent-wasm/collector/index.ts";
import { version } from "../package.json";
import { type CoreLink, type CoreSource, linkCore } from "./core-link.ts";
import { type Config, ingestUrl, projectOf } from "./options.ts";
import type { Visitor } from "./page-around.ts";
import { projectOrigins } from "./project-origins.ts";
import { watchReasons } from "./reasons-to-release.ts";
import type { SettingsSource } from "./remote-settings.ts";

/** A recording that has begun with what cannot wait. */
export interface BegunRecording {
  readonly page: Page;
  readonly config: Config;
  readonly clock: Clock;
  readonly visitor: Visitor;
  readonly settings: SettingsSource;
  /** What is to be done with the session, as of now. */
  state(): SessionState;
  readonly collector: EarlyCollector;
  /** The id that the tab had when the page was left, if it has come back. */
  readonly windowId: string | null;
  /** Whether the page's code had the recording pause before. */
  readonly isResumed: boolean;
  /** What was read so far; it is taken over. */
  readonly backlog: CaptureMessage[];
  /** Called when the recording ends by itself. */
  onEnd(reason: string): void;
  /** Called when the page is left and the browser keeps it; the core has ended. */
  onKept(windowId: string): void;
  /** Called when another session has begun of which something else is done. */
  onOtherSession(): void;
}

/** The rest of a recording, which is loaded later: whatever reads the document or talks to the core. */
export interface Continuation extends Pick<CoreLink, "post" | "settle" | "close"> {
  /** Resolves when the core runs; rejects if it cannot. */
  readonly started: Promise<void>;
  /** Undoes what this part did to the page. */
  leavePage(): void;
}

/** Goes on with a recording. */
export type ContinueRecording = (begun: BegunRecording) => Continuation;

/** Starts the core, and reads the page right now: what is read meanwhile waits for the core. */
export function continueRecording(begun: BegunRecording, source: CoreSource): Continuation {
  const { page, config, collector, backlog } = begun;
  const { session, releases, around } = begun.visitor;
  const { tape } = collector;
  const project = projectOf(config);
  const windowId = takeWindowId(
    tolerantStorage(() => page.sessionStorage),
    project,
    () => randomId(page.crypto),
    begun.windowId,
  );
  const knownSheets = openKnownSheets(
    tolerantStorage(() => page.localStorage),
    project,
    Date.now,
  );
  const state = begun.state();
  const isHeldBack = state.kind === "held-back";
  const core = linkCore(
    page,
    source,
    {
      endpoint: config.endpoint,
      ingestKey: config.ingestKey,
      batchesUrl: ingestUrl(config, "batches"),
      sessionId: session.id(),
      previousSessionId: session.previousId(),
      isHeldBack,
      releasesOnError: isHeldBack && state.releasesOnError,
      windowId: windowId.id,
      framingWindowId: around?.windowId ?? "",
      framingNode: around?.node ?? 0,
      originMs: begun.clock.originMs,
      recorderVersion: version,
      knownSheets: knownSheets.hashes(),
      privacy: config.privacy,
    },
    {
      onLost: begun.onEnd,
      onKnownSheets: knownSheets.keep,
      onReleased() {
        holding.abort();
        releases.remember(session.id());
        frames.tell("released");
      },
    },
  );
  const lifetime = new page.AbortController();
  /** Ends when nothing is held back any more. */
  const holding = new page.AbortController();
  const release = (reason: number) => core.post({ type: "release", reason });
  const noteAge = isHeldBack
    ? watchReasons({ ...begun, untilAgeMs: state.untilAgeMs, signal: holding.signal }, release)
    : () => {};
  const frames = startCollector(collector, {
    privacy: config.privacy,
    canvas: config.canvas,
    isResumed: begun.isResumed,
    joining: {
      project,
      origins: projectOrigins(begun.settings),
      invitation: () => ({
        session: sessionStart(),
        isReleased: releases.isReleased(session.id()),
        windowId: windowId.id,
      }),
      onReleased: () => release(RELEASE_OTHER_PAGE),
    },
    send: core.post,
    onActivity: followSession,
    onLeave: () => core.post({ type: "leave" }),
  });
  page.addEventListener("pagehide", leave, { signal: lifetime.signal });
  backlog.splice(0).forEach(core.post);
  around?.follow({
    onRenewed: followSession,
    onReleased: () => release(RELEASE_OTHER_PAGE),
    onEnded: begun.onOtherSession,
  });

  function sessionStart(): SessionStart {
    const startedAtMs = Date.now() - session.ageMs();
    return { id: session.id(), previousId: session.previousId(), startedAtMs };
  }

  function followSession(): void {
    if (session.noteActivity()) {
      renewSession();
    } else {
      noteAge();
    }
  }

  function renewSession(): void {
    if (isHeldBack || begun.state().kind !== "recorded") {
      begun.onOtherSession();
      return;
    }
    // What was read so far belongs to the session before.
    tape.post();
    core.post({
      type: "renew_session",
      sessionId: session.id(),
      previousId: session.previousId(),
    });
    frames.tell(sessionStart());
  }

  /**
   * The journal of a page that is kept must not stay open: the browser would end the page as soon as
   * another one asks for the file. A worker may be frozen before it can close it, but not before it
   * is ended.
   */
  function leave({ persisted }: PageTransitionEvent): void {
    windowId.putBack();
    if (persisted) {
      core.close();
      begun.onKept(windowId.id);
    }
  }

  return {
    started: core.ready,
    post: core.post,
    settle: core.settle,
    close: core.close,
    leavePage() {
      lifetime.abort();
      holding.abort();
      windowId.putBack();
    },
  };
}
