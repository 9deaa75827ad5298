import { getter, type Page } from "../document/dom-reads.ts";
import { OUTSIDE_FRAMES_MAX } from "../limits.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";
import {
  type Answer,
  type FromFrame,
  type Invitation,
  isQuestion,
  type ToFrame,
} from "./messages.ts";

/** What is shared with frames of other origins whose recorders serve the same project. */
export interface JoiningOptions {
  readonly project: string;
  /** The origins of the project's pages. No other page learns anything. */
  readonly origins: Promise<readonly string[]>;
  /** What a frame that joins is told. */
  invitation(): Invitation;
  /** What was held back is sent, because of something in a frame. */
  onReleased(): void;
}

/** Frames whose documents the page may not read, and that become windows of its session. */
export interface JoinedFrames {
  /** This frame is recorded, but not its document; it may be on its way. */
  add(frame: HTMLIFrameElement): void;
  /** The document of this frame is recorded. */
  remove(frame: HTMLIFrameElement): void;
  /** Listens to the frames within a window. */
  startRealm(realm: Page): Stop;
  /** Tells something to all that have joined. */
  tell(message: ToFrame): void;
}

interface Joined {
  readonly asker: string;
  readonly node: number;
  readonly port: MessagePort;
}

export function createJoinedFrames(scope: Scope, options: JoiningOptions): JoinedFrames {
  const { page, ids, marks, guard } = scope;
  const { project } = options;
  const prototype = page.HTMLIFrameElement.prototype;
  const contentWindow = getter<Window | null>(prototype, "contentWindow");
  const contentDocument = getter<Document | null>(prototype, "contentDocument");
  let origins: readonly string[] = [];
  /** What may join, and what has. */
  const frames = new Map<HTMLIFrameElement, Joined | null>();

  function tell(message: ToFrame): void {
    for (const joined of frames.values()) {
      joined?.port.postMessage(message);
    }
  }

  function answer(event: MessageEvent): void {
    const { data } = event;
    if (!origins.includes(event.origin) || !isQuestion(data, project)) {
      return;
    }
    for (const [frame, joined] of frames) {
      const isWhoAsked =
        contentWindow.call(frame) === event.source && contentDocument.call(frame) === null;
      const isShown = ids.get(frame) > 0 && !marks.isBlocked(frame);
      if (isWhoAsked && isShown && joined?.asker !== data.asker) {
        join(frame, data.asker, event);
      }
    }
  }

  /** The page that the frame showed before, if it had joined, is gone. */
  function join(frame: HTMLIFrameElement, asker: string, { source, origin }: MessageEvent): void {
    const { port1: port, port2 } = new page.MessageChannel();
    const node = ids.get(frame);
    port.onmessage = guard.wrap(({ data }: MessageEvent<FromFrame>) => {
      if (data === "released") {
        options.onReleased();
      } else {
        scope.noteActivity();
      }
    });
    frames.get(frame)?.port.close();
    frames.set(frame, { asker, node, port });
    const joined: Answer = { monitorme: "joined", project, node, ...options.invitation() };
    source?.postMessage(joined, { targetOrigin: origin, transfer: [port2] });
  }

  function end(joined: Joined | null): void {
    joined?.port.postMessage("ended");
    joined?.port.close();
  }

  function forgetRemoved(): void {
    for (const frame of frames.keys()) {
      if (ids.get(frame) === 0) {
        frames.delete(frame);
      }
    }
  }

  function startRealm(realm: Page): Stop {
    // Who stops it may not touch the window any more.
    const lifetime = new realm.AbortController();
    scope.listen(realm, "message", (event) => answer(event as MessageEvent), lifetime.signal);
    return () => lifetime.abort();
  }

  options.origins.then((told) => {
    origins = told;
  });
  scope.onStop(startRealm(page));
  scope.onStop(() => frames.forEach(end));
  return {
    add(frame) {
      const joined = frames.get(frame) ?? null;
      if (joined?.node === ids.get(frame)) {
        return;
      }
      // A frame that was read anew is another node.
      end(joined);
      frames.delete(frame);
      if (frames.size >= OUTSIDE_FRAMES_MAX) {
        forgetRemoved();
      }
      if (frames.size < OUTSIDE_FRAMES_MAX) {
        frames.set(frame, null);
      }
    },
    remove: (frame) => frames.delete(frame),
    startRealm,
    tell,
  };
}
