import {
  type CaptureMessage,
  type Clock,
  type EarlyCollector,
  type Page,
  randomId,
  type Session,
  startCollector,
  takeWindowId,
  tolerantStorage,
} from "../../../agent-wasm/collector/index.ts";
import { version } from "../package.json";
import { type CoreLink, type CoreSource, linkCore } from "./core-link.ts";
import { batchesUrl, type Config } from "./options.ts";

/** A recording that has begun with what cannot wait. */
export interface BegunRecording {
  readonly page: Page;
  readonly config: Config;
  readonly clock: Clock;
  readonly session: Session;
  readonly collector: EarlyCollector;
  /** What was read so far; it is taken over. */
  readonly backlog: CaptureMessage[];
  /** Called when the recording ends by itself. */
  onEnd(reason: string): void;
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
  const { page, config, session, collector, backlog } = begun;
  const { tape } = collector;
  const windowId = takeWindowId(
    tolerantStorage(() => page.sessionStorage),
    () => randomId(page.crypto),
  );
  const core = linkCore(
    page,
    source,
    {
      endpoint: config.endpoint,
      ingestKey: config.ingestKey,
      batchesUrl: batchesUrl(config),
      sessionId: session.id(),
      windowId: windowId.id,
      originMs: begun.clock.originMs,
      recorderVersion: version,
      privacy: config.privacy,
    },
    begun.onEnd,
  );
  const lifetime = new page.AbortController();
  startCollector(collector, {
    privacy: config.privacy,
    canvas: config.canvas,
    send: core.post,
    onActivity: renewIfOver,
    onLeave: (isKept) => core.post({ type: "leave", isKept }),
  });
  page.addEventListener("pagehide", windowId.putBack, { signal: lifetime.signal });
  page.addEventListener("pageshow", comeBack, { signal: lifetime.signal });
  backlog.splice(0).forEach(core.post);

  function renewIfOver(): void {
    if (session.noteActivity()) {
      // What was read so far belongs to the session before.
      tape.post();
      core.post({ type: "renew_session", sessionId: session.id() });
    }
  }

  /** The page was kept in memory while the visitor was elsewhere, perhaps for long. */
  function comeBack({ persisted }: PageTransitionEvent): void {
    if (persisted) {
      windowId.takeOut();
      core.post({ type: "come_back" });
      renewIfOver();
    }
  }

  return {
    started: core.ready,
    post: core.post,
    settle: core.settle,
    close: core.close,
    leavePage() {
      lifetime.abort();
      windowId.putBack();
    },
  };
}
