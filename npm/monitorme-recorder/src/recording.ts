import {
  type CaptureMessage,
  createClock,
  openSession,
  type Page,
  type Reports,
  randomId,
  reportsTo,
  startEarlyCollector,
  tolerantStorage,
} from "../../../agent-wasm/collector/index.ts";
import type { Continuation, ContinueRecording } from "./continuation.ts";
import { firstPaint } from "./first-paint.ts";
import type { Config } from "./options.ts";
import { warn } from "./warning.ts";

/** One recording, from its start to its stop. */
export interface Recording extends Reports {
  /** Resolves when the core runs; rejects if recording turned out to be impossible. */
  readonly started: Promise<void>;
  sessionId(): string;
  flush(): Promise<boolean>;
  stop(): Promise<boolean>;
  /** Ends at once; nothing is sent any more. */
  abandon(): void;
}

/**
 * Starts to record what cannot wait right now, and the rest when it is loaded: by default after the
 * page has been painted. `onEnd` is called when the recording ends by itself, `onKept` when it ends
 * because the browser keeps the page for a visitor who may come back; `windowId` is what that said.
 */
export function startRecording(
  page: Page,
  config: Config,
  load: () => Promise<ContinueRecording>,
  onEnd: () => void,
  onKept: (windowId: string) => void,
  windowId: string | null,
): Recording {
  const clock = createClock(Date.now);
  const session = openSession({
    storage: tolerantStorage(() => page.localStorage),
    nowMs: Date.now,
    newId: () => randomId(page.crypto),
  });
  /** What was read before there was somebody to take it. */
  const backlog: CaptureMessage[] = [];
  let continuation: Continuation | null = null;
  let isOver = false;
  const collector = startEarlyCollector({
    page,
    clock,
    sessionId: config.sessionHeader ? session.id : null,
    send: (message) => (continuation ? continuation.post(message) : backlog.push(message)),
    onFaults: (fault) => {
      continuation?.close();
      end(String(fault));
    },
  });
  const { tape } = collector;
  const post = tape.guard.wrap(tape.post);
  const started = goOn().catch((reason: unknown) => {
    leavePage();
    throw reason;
  });

  async function goOn(): Promise<void> {
    if (!config.startsAtOnce) {
      await firstPaint(page);
    }
    const continueRecording = await load();
    if (!isOver) {
      continuation = continueRecording({
        page,
        config,
        clock,
        session,
        collector,
        windowId,
        backlog,
        onEnd: end,
        onKept(id) {
          leavePage();
          onKept(id);
        },
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
    warn(`the recording has ended: ${reason}`);
    onEnd();
  }

  return {
    ...reportsTo(tape),
    started,
    sessionId: session.id,
    async flush() {
      await started.catch(() => {});
      post();
      return continuation?.settle("flush") ?? false;
    },
    async stop() {
      post();
      leavePage();
      const isDelivered = (await continuation?.settle("stop")) ?? false;
      continuation?.close();
      return isDelivered;
    },
    abandon() {
      continuation?.close();
      leavePage();
    },
  };
}
