import type { Clock } from "./clock.ts";
import type { Page } from "./document/dom-reads.ts";
import type { Guard } from "./guard.ts";
import { KEPT_WORDS } from "./limits.ts";
import type { CaptureMessage } from "./messages.ts";
import { createOpWriter, type OpWriter } from "./op-writer.ts";
import { createPosting } from "./posting.ts";

/** Ends what a `start…` function began and restores what it changed. */
export type Stop = () => void;

/** Begins something in a window, that of the page or of a frame, until it is stopped or the frame leaves. */
export type StartRealm = (realm: Page) => Stop;

/** A part of an op: a word, a string, or no string. */
export type Field = number | string | null;

/** What sources of ops write to, those included that know nothing of the document. */
export interface Tape {
  readonly page: Page;
  readonly writer: OpWriter;
  readonly guard: Guard;
  /** The recorder's origin, in milliseconds since the Unix epoch. */
  readonly originMs: number;
  /** Whole milliseconds since the recorder's origin. */
  now(): number;
  /** Opens an op with the current time, and sees to it that it is posted soon. */
  begin(code: number): void;
  /** Writes a whole op: words, and strings or none of them. */
  write(code: number, fields: readonly Field[]): void;
  /**
   * Listens, before the page's own listeners and without delaying them, until the signal comes: by
   * default when the tape stops.
   */
  listen(
    target: EventTarget,
    type: string,
    listener: (event: Event) => void,
    signal?: AbortSignal,
  ): void;
  /**
   * Has a source write what it holds back, each time before a message is posted. What a later
   * message would tell better may wait if `mayWait` says so.
   */
  beforePost(write: (mayWait: boolean) => void): void;
  /** Sees to it that a message is posted soon; not to be called while an op is open. */
  requestPost(): void;
  /** Has all sources write what they hold back, so that what is written next stands behind it. */
  settle(): void;
  /** Posts what there is, changes included that the browser has not announced yet. */
  post(): void;
  /** Sets what else is to be undone when the tape stops; the last first. */
  onStop(stop: Stop): void;
  /** Removes all listeners; nothing is posted any more. */
  stop(): void;
}

/** `send` takes the messages. */
export function createTape(
  page: Page,
  clock: Clock,
  guard: Guard,
  send: (message: CaptureMessage) => void,
): Tape {
  const writer = createOpWriter(KEPT_WORDS);
  const posting = createPosting(page, writer, guard, send);
  const lifetime = new page.AbortController();
  const stops: Stop[] = [];

  function begin(code: number): void {
    writer.begin(code, clock.now());
    posting.schedule();
  }

  return {
    page,
    writer,
    guard,
    originMs: clock.originMs,
    now: clock.now,
    begin,
    write(code, fields) {
      begin(code);
      for (const field of fields) {
        if (typeof field === "number") {
          writer.word(field);
        } else {
          writer.string(field);
        }
      }
      writer.end();
    },
    listen(target, type, listener, signal = lifetime.signal) {
      target.addEventListener(type, guard.wrap(listener), {
        capture: true,
        passive: true,
        signal,
      });
    },
    beforePost: posting.beforePost,
    requestPost: posting.request,
    settle: posting.settle,
    post: posting.post,
    onStop(stop) {
      stops.push(stop);
    },
    stop() {
      lifetime.abort();
      posting.stop();
      for (const stop of stops.splice(0).reverse()) {
        stop();
      }
    },
  };
}
