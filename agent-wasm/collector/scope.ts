import type { Clock } from "./clock.ts";
import { type ClosedRoots, createClosedRoots } from "./document/closed-roots.ts";
import { captureDomReads, type DomReads, type Page } from "./document/dom-reads.ts";
import { createNodeIds, type NodeIds } from "./document/node-ids.ts";
import { createRoots, type Roots } from "./document/roots.ts";
import type { Guard } from "./guard.ts";
import { KEPT_WORDS } from "./limits.ts";
import type { CaptureMessage } from "./messages.ts";
import { createOpWriter, type OpWriter } from "./op-writer.ts";
import { createPosting } from "./posting.ts";
import { createMarks, type Marks } from "./privacy/marks.ts";
import type { PrivacyConfig } from "./privacy/privacy-config.ts";

/** Ends what a `start…` function began and restores what it changed. */
export type Stop = () => void;

/** A part of an op: a word, a string, or no string. */
export type Field = number | string | null;

/** What every source of ops works with. */
export interface Scope {
  readonly page: Page;
  readonly reads: DomReads;
  readonly closedRoots: ClosedRoots;
  readonly ids: NodeIds;
  readonly marks: Marks;
  readonly roots: Roots;
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
  /** The id of what an event is about, or of the box that hides it, or 0. No op may be open. */
  idOf(target: EventTarget | null): number;
  /** Listens, before the page's own listeners and without delaying them, until the recorder stops. */
  listen(target: EventTarget, type: string, listener: (event: Event) => void): void;
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
  /** Notes that the visitor did something. */
  noteActivity(): void;
  /** Removes all listeners; nothing is posted any more. */
  stop(): void;
}

export interface ScopeOptions {
  readonly page: Page;
  readonly clock: Clock;
  readonly privacy: PrivacyConfig;
  send(message: CaptureMessage): void;
  onActivity(): void;
}

export function createScope(options: ScopeOptions, guard: Guard): Scope {
  const { page, clock } = options;
  const ids = createNodeIds();
  const closedRoots = createClosedRoots();
  const reads = captureDomReads(page, closedRoots);
  const marks = createMarks(page, reads, options.privacy);
  const writer = createOpWriter(KEPT_WORDS);
  const roots = createRoots(page, guard);
  const posting = createPosting(page, writer, guard, options.send);
  const lifetime = new page.AbortController();
  // What changed has to be known before anything is said about it.
  posting.beforePost(roots.drain);

  function begin(code: number): void {
    writer.begin(code, clock.now());
    posting.schedule();
  }

  return {
    page,
    reads,
    closedRoots,
    ids,
    marks,
    roots,
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
    idOf(target) {
      const node = target as Node;
      if (ids.get(node) === 0) {
        // A page may make an element and give it the focus in one go.
        roots.drain();
      }
      return ids.get(node) || ids.get(marks.boxOf(node) ?? node);
    },
    listen(target, type, listener) {
      target.addEventListener(type, guard.wrap(listener), {
        capture: true,
        passive: true,
        signal: lifetime.signal,
      });
    },
    beforePost: posting.beforePost,
    requestPost: posting.request,
    settle: posting.settle,
    post: posting.post,
    noteActivity: options.onActivity,
    stop() {
      lifetime.abort();
      roots.stop();
      posting.stop();
    },
  };
}
