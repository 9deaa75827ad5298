import type { Page } from "./document/dom-reads.ts";
import type { Guard } from "./guard.ts";
import { POST_INTERVAL_MS, POST_WORDS } from "./limits.ts";
import type { CaptureMessage } from "./messages.ts";
import type { OpWriter } from "./op-writer.ts";

/** When what was written is posted: together, soon, and never per callback. */
export interface Posting {
  /**
   * Has a source write what it holds back, each time before a message is posted. What a later
   * message would tell better may wait if `mayWait` says so.
   */
  beforePost(write: (mayWait: boolean) => void): void;
  /** Sees to it that a message is posted within the interval; at once if it is large. */
  request(): void;
  /** Sees to it that a message is posted within the interval. */
  schedule(): void;
  /** Has all sources write what they hold back. */
  settle(): void;
  /** Posts what there is, what is held back included. */
  post(): void;
  stop(): void;
}

/** `send` takes the messages. */
export function createPosting(
  page: Page,
  writer: OpWriter,
  guard: Guard,
  send: (message: CaptureMessage) => void,
): Posting {
  const writers: ((mayWait: boolean) => void)[] = [];
  let timer = 0;
  let isSettling = false;
  let isStopped = false;

  function settle(mayWait = false): void {
    isSettling = true;
    for (const write of writers) {
      write(mayWait);
    }
    isSettling = false;
  }

  function post(mayWait = false): void {
    if (isSettling || isStopped) {
      return;
    }
    page.clearTimeout(timer);
    timer = 0;
    settle(mayWait);
    const message = writer.take();
    if (message !== null) {
      send(message);
    }
  }

  const postByTimer = guard.wrap(() => post(true));

  function schedule(): void {
    if (timer === 0 && !isStopped) {
      timer = page.setTimeout(postByTimer, POST_INTERVAL_MS);
    }
  }

  return {
    beforePost(write) {
      writers.push(guard.wrap(write));
    },
    request() {
      if (writer.size() >= POST_WORDS) {
        post(true);
      } else {
        schedule();
      }
    },
    schedule,
    settle: () => settle(),
    post: () => post(),
    stop() {
      page.clearTimeout(timer);
      isStopped = true;
    },
  };
}
