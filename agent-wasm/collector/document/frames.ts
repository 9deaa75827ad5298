import type { JoinedFrames } from "../joining/joined-frames.ts";
import { STATE, STATE_PLACEHOLDER } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";
import { getter } from "./dom-reads.ts";

/** Frames and their documents, of the origins that the page may read. */
export interface Frames {
  /** The document of a frame; `null` while it is on its way and for one that cannot be read. */
  documentOf(frame: HTMLIFrameElement): Document | null;
  /** A frame's document is being recorded. */
  open(document: Document): void;
  /**
   * The documents that a script has opened since and that are laid out in another mode now, which
   * cannot be said of a document that is there already.
   */
  reopened(): Document[];
  /** A frame's document has left; nothing is kept of it. */
  close(document: Document): void;
  stop(): void;
}

/**
 * `hosts` gets the frames that may have got another document; `enter` is called for each document
 * that is recorded, `joined` gets the frames whose document is not.
 */
export function startFrames(
  scope: Scope,
  hosts: Set<Element>,
  joined: JoinedFrames,
  enter: (document: Document) => Stop,
): Frames {
  const { page, ids, reads, writer, begin } = scope;
  const prototype = page.HTMLIFrameElement.prototype;
  const contentDocument = getter<Document | null>(prototype, "contentDocument");
  const source = getter<string>(prototype, "src");
  const entered = new Map<Document, { readonly mode: string; readonly leave: Stop }>();
  const loaded = new WeakSet<Element>();
  // Tells the size without forcing a layout, and keeps no frame alive.
  const sizes = new page.ResizeObserver(
    scope.guard.wrap((entries: ResizeObserverEntry[]) => entries.forEach(writePlaceholder)),
  );

  function writePlaceholder({ target, contentRect }: ResizeObserverEntry): void {
    const frame = target as HTMLIFrameElement;
    const id = ids.get(frame);
    if (id === 0 || contentDocument.call(frame) !== null) {
      sizes.unobserve(frame);
      return;
    }
    begin(STATE);
    writer.word(id);
    writer.word(STATE_PLACEHOLDER);
    writer.word(Math.round(contentRect.width));
    writer.word(Math.round(contentRect.height));
    writer.string(originOf(source.call(frame)));
    writer.end();
  }

  /**
   * Until the document that a frame is sent to arrives, the frame holds an empty one, which the page
   * could read even if it may not read the one to come.
   */
  function isOnItsWay(frame: HTMLIFrameElement, document: Document): boolean {
    return (
      !loaded.has(frame) &&
      reads.address(document) === BLANK &&
      !["", BLANK].includes(source.call(frame))
    );
  }

  scope.roots.listen("load", ({ target }) => {
    if (reads.tagName(target as Element) === "IFRAME") {
      loaded.add(target as Element);
      hosts.add(target as Element);
      scope.roots.drain();
    }
  });

  return {
    documentOf(frame) {
      const document = contentDocument.call(frame);
      if (document !== null && !isOnItsWay(frame, document)) {
        joined.remove(frame);
        return document;
      }
      joined.add(frame);
      if (document === null) {
        sizes.observe(frame);
      }
      return null;
    },
    open(document) {
      if (document !== page.document && document.defaultView !== null) {
        entered.set(document, { mode: document.compatMode, leave: enter(document) });
      }
    },
    reopened: () =>
      [...entered.keys()].filter((document) => document.compatMode !== entered.get(document)?.mode),
    close(document) {
      entered.get(document)?.leave();
      entered.delete(document);
    },
    stop() {
      sizes.disconnect();
      for (const { leave } of entered.values()) {
        leave();
      }
      entered.clear();
    },
  };
}

const BLANK = "about:blank";

/** `null`, as browsers write it, for documents without an origin. */
function originOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return "null";
  }
}
