import {
  type CaptureMessage,
  createClock,
  type Page,
  RELEASE_REQUESTED,
  type Reports,
  reportsTo,
  type SessionState,
  sessionState,
  startEarlyCollector,
  writePause,
} from "../../../agent-wasm/collector/index.ts";
import type { Continuation, ContinueRecording } from "./continuation.ts";
import { firstPaint } from "./first-paint.ts";
import type { Config } from "./options.ts";
import type { Visitor } from "./page-around.ts";
import { type SettingsSource, withSettings } from "./remote-settings.ts";

/** One recording, from its start to its stop. */
export interface Recording extends Reports {
  /** Resolves when the core runs; rejects if recording turned out to be impossible. */
  readonly started: Promise<void>;
  flush(): Promise<boolean>;
  /** Ends it, perhaps for a pause only. */
  stop(isPause?: boolean): Promise<boolean>;
  /** Sends what was held back. */
  release(): void;
  /** Ends at once; nothing is sent any more. */
  abandon(): void;
}

/** What a recording is of. */
export interface RecordingOptions {
  readonly page: Page;
  readonly config: Config;
  /** Whose activity it is; another's as soon as the page joins the session of the page around it. */
  readonly visitor: Visitor;
  readonly settings: SettingsSource;
  /** The id that the tab had when the page was left, if it has come back. */
  readonly windowId: string | null;
  /** Whether the page's code had the recording pause before. */
  readonly isResumed: boolean;
  /** Loads what is not needed at once. */
  load(): Promise<ContinueRecording>;
}

/** What a recording tells by itself. */
export interface RecordingEvents {
  /** It has ended by a fault. */
  onEnd(reason: string): void;
  /** It has ended because the browser keeps the page for a visitor who may come back. */
  onKept(windowId: string): void;
  /** It has turned out that the session is not to be recorded; nothing has been sent. */
  onUnrecorded(): void;
  /** Another session has begun, with which something else is to be done. */
  onOtherSession(): void;
}

/** What is to be done with a session, as of now. */
export function stateOf({ session, releases }: Visitor, config: Config): SessionState {
  const id = session.id();
  const facts = { id, ageMs: session.ageMs(), isReleased: releases.isReleased(id) };
  return sessionState(facts, config.sampling);
}

/**
 * Starts to record what cannot wait right now, and the rest when it is loaded: by default after the
 * page has been painted.
 */
export function startRecording(options: RecordingOptions, events: RecordingEvents): Recording {
  const { page, visitor, settings } = options;
  const clock = createClock(Date.now);
  /** What was read before there was somebody to take it. */
  const backlog: CaptureMessage[] = [];
  let continuation: Continuation | null = null;
  let isOver = false;
  const collector = startEarlyCollector({
    page,
    clock,
    sessionId: options.config.sessionHeader ? () => visitor.session.id() : null,
    network: options.config.network,
    send: (message) => (continuation ? continuation.post(message) : backlog.push(message)),
    onFaults: (fault) => {
      continuation?.close();
      end(String(fault));
    },
  });
  const { tape } = collector;
  const post = tape.guard.wrap(tape.post);
  const notePause = tape.guard.wrap((paused: boolean) => writePause(tape, paused));
  if (options.isResumed) {
    notePause(false);
  }
  const started = goOn().catch((reason: unknown) => {
    leavePage();
    throw reason;
  });

  async function goOn(): Promise<void> {
    if (!options.config.startsAtOnce) {
      await firstPaint(page);
    }
    settings.ask().then((fresh) => {
      if (fresh?.recording === false && !isOver) {
        abandon();
        events.onUnrecorded();
      }
    });
    const config = withSettings(options.config, await settings.soon());
    if (page.parent !== page) {
      // A site that serves only some of our files goes without.
      await import("./page-around.ts")
        .then(({ joinPageAround }) => joinPageAround(tape, options))
        .catch(() => {});
    }
    const state = () => stateOf(visitor, config);
    if (!isOver && state().kind === "not-recorded") {
      abandon();
      events.onUnrecorded();
    }
    if (isOver) {
      return;
    }
    const continueRecording = await options.load();
    if (!isOver) {
      continuation = continueRecording({
        page,
        config,
        clock,
        visitor,
        settings,
        state,
        collector,
        windowId: options.windowId,
        isResumed: options.isResumed,
        backlog,
        onEnd: end,
        onKept(id) {
          leavePage();
          events.onKept(id);
        },
        onOtherSession: events.onOtherSession,
      });
      await continuation.started;
    }
  }

  function leavePage(): void {
    isOver = true;
    tape.stop();
    continuation?.leavePage();
  }

  function end(reason: string): void {
    leavePage();
    events.onEnd(reason);
  }

  function abandon(): void {
    continuation?.close();
    leavePage();
  }

  return {
    ...reportsTo(tape),
    started,
    async flush() {
      await started.catch(() => {});
      post();
      return continuation?.settle("flush") ?? false;
    },
    async stop(isPause = false) {
      if (isPause) {
        notePause(true);
      }
      post();
      leavePage();
      const isDelivered = (await continuation?.settle("stop")) ?? false;
      continuation?.close();
      return isDelivered;
    },
    release() {
      post();
      continuation?.post({ type: "release", reason: RELEASE_REQUESTED });
    },
    abandon,
  };
}
