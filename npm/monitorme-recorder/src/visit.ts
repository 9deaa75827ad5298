import {
  openReleases,
  openSession,
  type Page,
  randomId,
  startUnrecorded,
  tolerantStorage,
} from "../../../agent-wasm/collector/index.ts";
import type { ContinueRecording } from "./continuation.ts";
import { firstPaint } from "./first-paint.ts";
import { claimProject } from "./one-per-project.ts";
import { type Config, projectOf } from "./options.ts";
import type { Visitor } from "./page-around.ts";
import { type Recording, startRecording, stateOf } from "./recording.ts";
import { openSettings, withSettings } from "./remote-settings.ts";

/** What a recorder does on its page from `init` to `stop`: record, pause, or leave it alone. */
export interface Visit {
  /** Resolves when the page is being read, if that is to happen at once. */
  readonly started: Promise<void>;
  /** What is recorded, unless nothing is right now. */
  recording(): Recording | null;
  sessionId(): string;
  captureReplay(): void;
  pause(): void;
  resume(): void;
  /** Ends it, and resolves to whether the edge has everything that was recorded. */
  stop(): Promise<boolean>;
  /** Ends it at once; nothing is sent any more. */
  abandon(): void;
}

/** How a visit ends by itself. */
export interface VisitEvents {
  /** By a fault, or as recording is not possible. */
  onEnd(reason: string): void;
  /** The browser keeps the page for a visitor who may come back. */
  onKept(windowId: string): void;
}

/**
 * Begins a visit; `null` if the page is recorded for this project already. `windowId` is the id that
 * the tab had when the page was left, if it has come back.
 */
export function openVisit(
  page: Page,
  config: Config,
  load: () => Promise<ContinueRecording>,
  windowId: string | null,
  events: VisitEvents,
): Visit | null {
  const giveUpClaim = claimProject(page, projectOf(config));
  if (giveUpClaim === null) {
    return null;
  }
  const storage = tolerantStorage(() => page.localStorage);
  const visitor: Visitor = {
    session: openSession({ storage, nowMs: Date.now, newId: () => randomId(page.crypto) }),
    releases: openReleases(storage, projectOf(config)),
  };
  const settings = openSettings(page, config, storage);
  let recording: Recording | null = null;
  let started = Promise.resolve();
  let isPaused = false;
  let stopUnrecorded = () => {};

  function begin(isResumed = false): void {
    stopUnrecorded();
    const { known } = settings;
    // Of a page in a frame it is not known yet whose session it is.
    const isKnownOut =
      page.parent === page &&
      known !== null &&
      stateOf(visitor, withSettings(config, known)).kind === "not-recorded";
    if (isKnownOut) {
      leaveAlone();
      // For the next page.
      firstPaint(page).then(settings.ask);
      return;
    }
    recording = startRecording(
      { page, config, visitor, settings, windowId, isResumed, load },
      {
        onEnd(reason) {
          end();
          events.onEnd(`the recording has ended: ${reason}`);
        },
        onKept(id) {
          end();
          events.onKept(id);
        },
        onUnrecorded: leaveAlone,
        onOtherSession() {
          recording?.stop();
          begin();
        },
      },
    );
    const whole = recording.started.catch((reason: unknown) => {
      end();
      const why = reason instanceof Error ? reason.message : reason;
      events.onEnd(`this visit is not recorded: ${why}`);
    });
    // A page that waits for it before it shows anything must not wait for its own first paint.
    started = config.startsAtOnce ? whole : started;
  }

  function leaveAlone(): void {
    recording = null;
    stopUnrecorded = startUnrecorded(page, visitor.session, config.sessionHeader, () => {
      if (!isPaused) {
        begin();
      }
    });
  }

  function end(): void {
    recording = null;
    stopUnrecorded();
    giveUpClaim?.();
  }

  begin();
  return {
    started,
    recording: () => recording,
    sessionId: () => visitor.session.id(),
    captureReplay() {
      visitor.releases.remember(visitor.session.id());
      if (recording !== null) {
        recording.release();
      } else if (!isPaused) {
        begin();
      }
    },
    pause() {
      isPaused = true;
      if (recording !== null) {
        recording.stop(true);
        leaveAlone();
      }
    },
    resume() {
      if (isPaused) {
        isPaused = false;
        begin(true);
      }
    },
    async stop() {
      const ending = recording;
      end();
      return ending === null ? false : ending.stop();
    },
    abandon() {
      recording?.abandon();
      end();
    },
  };
}
