import {
  createClock,
  openSession,
  type Page,
  randomId,
  startCollector,
  takeWindowId,
  tolerantStorage,
} from "../../../agent-wasm/collector/index.ts";
import { version } from "../package.json";
import { type CoreSource, linkCore } from "./core-link.ts";
import { batchesUrl, type Config } from "./options.ts";
import { warn } from "./warning.ts";

/** One recording, from its start to its stop. */
export interface Recording {
  /** Resolves when the core runs; rejects if recording turned out to be impossible. */
  readonly started: Promise<void>;
  sessionId(): string;
  addEvent(name: string, payloadJson: string | null): void;
  identify(userId: string, traitsJson: string | null): void;
  tag(name: string, valueJson: string | null): void;
  flag(name: string, valueJson: string | null): void;
  flush(): Promise<boolean>;
  stop(): Promise<boolean>;
  /** Ends at once; nothing is sent any more. */
  abandon(): void;
}

/**
 * Starts to record a page right now, though the worker is not ready yet: what is read meanwhile
 * waits for it. `onEnd` is called when the recording ends by itself.
 */
export function startRecording(
  page: Page,
  config: Config,
  source: CoreSource,
  onEnd: () => void,
): Recording {
  const newId = () => randomId(page.crypto);
  const clock = createClock(Date.now);
  const session = openSession({
    storage: tolerantStorage(() => page.localStorage),
    nowMs: Date.now,
    newId,
  });
  const windowId = takeWindowId(
    tolerantStorage(() => page.sessionStorage),
    newId,
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
      originMs: clock.originMs,
      recorderVersion: version,
      privacy: config.privacy,
    },
    end,
  );
  const collector = startCollector({
    page,
    clock,
    privacy: config.privacy,
    canvas: config.canvas,
    sessionId: config.sessionHeader ? session.id : null,
    send: core.post,
    onActivity: renewIfOver,
    onLeave: (isKept) => core.post({ type: "leave", isKept }),
    onFaults: (fault) => {
      core.close();
      end(String(fault));
    },
  });
  const lifetime = new page.AbortController();
  page.addEventListener("pagehide", windowId.putBack, { signal: lifetime.signal });
  page.addEventListener("pageshow", comeBack, { signal: lifetime.signal });

  function renewIfOver(): void {
    if (session.noteActivity()) {
      // What was read so far belongs to the session before.
      collector.flush();
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

  function leavePage(): void {
    lifetime.abort();
    collector.stop();
    windowId.putBack();
  }

  function end(reason: string): void {
    leavePage();
    warn(`the recording has ended: ${reason}`);
    onEnd();
  }

  return {
    started: core.ready.catch((reason: unknown) => {
      leavePage();
      throw reason;
    }),
    sessionId: session.id,
    addEvent: collector.addEvent,
    identify: collector.identify,
    tag: collector.tag,
    flag: collector.flag,
    flush() {
      collector.flush();
      return core.settle("flush");
    },
    async stop() {
      leavePage();
      const isDelivered = await core.settle("stop");
      core.close();
      return isDelivered;
    },
    abandon() {
      core.close();
      leavePage();
    },
  };
}
