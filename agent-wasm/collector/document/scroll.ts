import { SCROLL } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import { getter } from "./dom-reads.ts";
import { ELEMENT_NODE } from "./node-types.ts";
import { createScrollCandidates } from "./scroll-candidates.ts";

/** Scroll positions of the document and of elements. */
export interface Scroll {
  /** Looks for what was scrolled before the recorder started; says whether the end was reached. */
  step(slice: Slice): boolean;
  /** Looks whether a document, which may have been there for long, is scrolled. */
  noteInitial(document: Document): void;
  /** Notes an element as it is read; see `ElementListeners`. */
  noteStyled(element: Element, styleKey: string, ownStyle: string): void;
}

interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * Entries of nodes carry no positions: new elements are not scrolled, and from the start on all
 * scrolling announces itself by an event. What was scrolled before is looked for once, after the
 * walk; while the document is still being parsed there is nothing to look for.
 */
export function startScroll(scope: Scope): Scroll {
  const { page, ids, marks, reads, writer, begin } = scope;
  const scrollLeft = getter<number>(page.Element.prototype, "scrollLeft");
  const scrollTop = getter<number>(page.Element.prototype, "scrollTop");
  /** Where things were scrolled to since the last post. */
  const scrolled = new Map<Node, Position>();
  const isParsing = page.document.readyState === "loading";
  let candidates = isParsing ? null : createScrollCandidates(scope);

  function positionOf(target: Node): Position {
    if (reads.nodeType(target) === ELEMENT_NODE) {
      return { x: Math.round(scrollLeft.call(target)), y: Math.round(scrollTop.call(target)) };
    }
    const view = (target as Document).defaultView;
    return { x: Math.round(view?.scrollX ?? 0), y: Math.round(view?.scrollY ?? 0) };
  }

  function noteInitial(target: Node): void {
    const position = positionOf(target);
    if (position.x !== 0 || position.y !== 0) {
      scrolled.set(target, position);
    }
  }

  function noteScroll({ target }: Event): void {
    if (marks.boxOf(target as Node) !== null) {
      return;
    }
    scrolled.set(target as Node, positionOf(target as Node));
    scope.requestPost();
    if (target === page.document) {
      scope.noteActivity();
    }
  }

  function writeScrolled(): void {
    for (const [target, { x, y }] of scrolled) {
      const id = ids.get(target);
      if (id !== 0) {
        begin(SCROLL);
        writer.word(id);
        writer.word(x);
        writer.word(y);
        writer.end();
      }
      // One that the walk has not reached yet waits for its id.
      if (id !== 0 || !reads.isConnected(target)) {
        scrolled.delete(target);
      }
    }
  }

  scope.roots.listen("scroll", noteScroll);
  scope.beforePost(writeScrolled);

  return {
    step(slice) {
      while (candidates !== null) {
        const candidate = candidates.next();
        if (candidate === undefined) {
          candidates = null;
          noteInitial(page.document);
        } else {
          noteInitial(candidate);
        }
        if (slice.isOver()) {
          return false;
        }
      }
      writeScrolled();
      return true;
    },
    noteInitial,
    noteStyled(element, styleKey, ownStyle) {
      candidates?.note(element, styleKey, ownStyle);
    },
  };
}
