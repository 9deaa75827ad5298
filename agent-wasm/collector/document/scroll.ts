import { STEPS_PER_CLOCK_READ } from "../limits.ts";
import { SCROLL } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { getter } from "./dom-reads.ts";

/** Scroll positions of the document and of elements. */
export interface Scroll {
  /** Looks for what was scrolled before the recorder started; says whether the end was reached. */
  step(deadline: number): boolean;
}

interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * Reading the position of an element costs more than all else that is read of it, because the
 * browser has to check its layout. So entries of nodes carry none: new elements are not scrolled,
 * and from the start on every scrolling announces itself by an event. What was scrolled before is
 * looked for once, after the walk, and only among elements that have elements inside and can be
 * boxes that scroll; while the document is still being parsed there is nothing to look for.
 */
export function startScroll(scope: Scope): Scroll {
  const { page, ids, reads, writer, begin, roots } = scope;
  const element = page.Element.prototype;
  const scrollLeft = getter<number>(element, "scrollLeft");
  const scrollTop = getter<number>(element, "scrollTop");
  const firstElementChild = getter<Element | null>(element, "firstElementChild");
  /** Where things were scrolled to since the last post. */
  const scrolled = new Map<Node, Position>();
  let sweep: Generator<undefined, void, number> | null =
    page.document.readyState === "loading" ? null : sweepAll();

  function positionOf(target: Node): Position {
    if (target instanceof page.Element) {
      return { x: Math.round(scrollLeft.call(target)), y: Math.round(scrollTop.call(target)) };
    }
    return { x: Math.round(page.scrollX), y: Math.round(page.scrollY) };
  }

  function noteScroll({ target }: Event): void {
    if (target instanceof page.Node) {
      scrolled.set(target, positionOf(target));
      scope.requestPost();
      if (target === page.document) {
        scope.noteActivity();
      }
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

  function notePosition(target: Node): void {
    const position = positionOf(target);
    if ((position.x !== 0 || position.y !== 0) && !scrolled.has(target)) {
      scrolled.set(target, position);
    }
  }

  function canBeScrolled(candidate: Element): boolean {
    const tagName = reads.tagName(candidate);
    if (firstElementChild.call(candidate) === null) {
      return tagName === "TEXTAREA";
    }
    // The scrolling element answers with the position of the document.
    return !NEVER_SCROLLED.has(tagName) && candidate !== page.document.scrollingElement;
  }

  function* sweepAll(): Generator<undefined, void, number> {
    let deadline = yield;
    notePosition(page.document);
    let steps = 0;
    for (const root of [...roots.all()]) {
      // Where the page removes the very element the walker is at, this root is done early.
      const walker = page.document.createTreeWalker(root, SHOW_ELEMENT);
      while (walker.nextNode() !== null) {
        const candidate = walker.currentNode as Element;
        if (canBeScrolled(candidate)) {
          notePosition(candidate);
        }
        if (++steps % STEPS_PER_CLOCK_READ === 0 && page.performance.now() >= deadline) {
          deadline = yield;
        }
      }
    }
  }

  roots.listen("scroll", noteScroll);
  scope.beforePost(writeScrolled);
  sweep?.next(0);

  return {
    step(deadline) {
      if (sweep?.next(deadline).done) {
        sweep = null;
        writeScrolled();
      }
      return sweep === null;
    },
  };
}

const SHOW_ELEMENT = 1;

/** Elements that are not boxes of their own, or cannot have scroll bars, as pages use them. */
const NEVER_SCROLLED = new Set(
  "A B BUTTON EM HEAD HTML I LABEL OPTION P PICTURE SELECT SMALL SPAN STRONG SUP SVG TBODY TD TH THEAD TR svg g".split(
    " ",
  ),
);
