import { STEPS_PER_CLOCK_READ } from "../limits.ts";
import type { Scope } from "../scope.ts";

/** Looks for what is scrolled at the moment, in slices. */
export interface ScrollSweep {
  /** Looks on until the clock passes `deadline`; says whether the end was reached. */
  step(deadline: number): boolean;
}

/**
 * Calls `onFound` for the document and for each element that may be scrolled.
 *
 * Reading the position of an element costs more than all else that is read of it, because the
 * browser has to check its layout; so it is done only where a style lets something scroll. Elements
 * of one tag and one class mostly have one style, so it is asked for once per such pair. An element
 * that this overlooks shows at its start until it is scrolled again.
 */
export function createScrollSweep(scope: Scope, onFound: (target: Node) => void): ScrollSweep {
  const { page, reads, roots } = scope;
  const scrolls = new Map<string, boolean>();
  const sweep = sweepAll();
  // Runs to the first `yield`, which takes the deadline of the first step.
  sweep.next(0);

  function mayScroll(element: Element): boolean {
    if (reads.attribute(element, "style") !== null) {
      return hasScrollingStyle(element);
    }
    const key = `${reads.tagName(element)} ${reads.attribute(element, "class")}`;
    let known = scrolls.get(key);
    if (known === undefined) {
      known = hasScrollingStyle(element);
      scrolls.set(key, known);
    }
    return known;
  }

  function hasScrollingStyle(element: Element): boolean {
    // A box that scrolls in one direction can be scrolled by scripts in the other one, too.
    const { overflowX, overflowY } = page.getComputedStyle(element);
    return isScrolling(overflowX) || isScrolling(overflowY);
  }

  function* sweepAll(): Generator<undefined, void, number> {
    let deadline = yield;
    let steps = 0;
    onFound(page.document);
    for (const root of [...roots.all()]) {
      // Where the page removes the very element the walker is at, this root is done early.
      const walker = page.document.createTreeWalker(root, SHOW_ELEMENT);
      while (walker.nextNode() !== null) {
        const element = walker.currentNode as Element;
        // The scrolling element answers with the position of the document.
        if (mayScroll(element) && element !== page.document.scrollingElement) {
          onFound(element);
        }
        if (++steps % STEPS_PER_CLOCK_READ === 0 && page.performance.now() >= deadline) {
          deadline = yield;
        }
      }
    }
  }

  return {
    step: (deadline) => sweep.next(deadline).done === true,
  };
}

const SHOW_ELEMENT = 1;

/** `hidden` shows no bars, but scripts can scroll it. */
function isScrolling(overflow: string): boolean {
  return overflow === "auto" || overflow === "scroll" || overflow === "hidden";
}
