import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import { getter } from "./dom-reads.ts";

/** Looks for what is scrolled at the moment, in slices. */
export interface ScrollSweep {
  /** Looks on; says whether the end was reached. */
  step(slice: Slice): boolean;
}

/**
 * Calls `onFound` for each document and for each element that may be scrolled.
 *
 * Reading the position of an element costs more than all else that is read of it, because the
 * browser has to check its layout. So elements without elements inside are passed over, and the
 * others are asked only if their style lets them scroll; elements of one class mostly have one
 * style, which is looked at once. What this overlooks shows at its start until it is scrolled again.
 */
export function createScrollSweep(scope: Scope, onFound: (target: Node) => void): ScrollSweep {
  const { page, marks, reads, roots } = scope;
  const { getAttribute } = page.Element.prototype;
  const firstElementChild = getter<Element | null>(page.Element.prototype, "firstElementChild");
  const scrollsByClass = new Map<string, boolean>();
  const sweep = sweepAll();
  // Runs to the first `yield`, which takes the slice of the first step.
  sweep.next();

  function mayScroll(element: Element): boolean {
    if (firstElementChild.call(element) === null) {
      return reads.tagName(element) === "TEXTAREA";
    }
    if (getAttribute.call(element, "style")?.includes("overflow")) {
      return true;
    }
    const key = getAttribute.call(element, "class") ?? reads.tagName(element);
    let scrolls = scrollsByClass.get(key);
    if (scrolls === undefined) {
      scrolls = hasScrollingStyle(element);
      scrollsByClass.set(key, scrolls);
    }
    return scrolls;
  }

  function hasScrollingStyle(element: Element): boolean {
    // Drawings hide what overflows them, but never scroll.
    if (reads.namespace(element) !== HTML) {
      return false;
    }
    // A box that scrolls in one direction can be scrolled by scripts in the other one, too.
    const { overflowX, overflowY } = page.getComputedStyle(element);
    return isScrolling(overflowX) || isScrolling(overflowY);
  }

  function* sweepAll(): Generator<undefined, void, Slice> {
    let slice = yield;
    for (const root of [...roots.all()]) {
      const scrolling = (root as Partial<Document>).scrollingElement;
      if (scrolling !== undefined) {
        onFound(root);
      }
      // Where the page removes the very element the walker is at, this root is done early.
      const walker = page.document.createTreeWalker(root, SHOW_ELEMENT);
      let node = walker.nextNode();
      while (node !== null) {
        const element = node as Element;
        const isBlocked = marks.isBlocked(element);
        // The scrolling element answers with the position of the document.
        if (!isBlocked && mayScroll(element) && element !== scrolling) {
          onFound(element);
        }
        if (slice.isOver()) {
          slice = yield;
        }
        node = isBlocked ? skip(walker) : walker.nextNode();
      }
    }
  }

  return {
    step: (slice) => sweep.next(slice).done === true,
  };
}

const SHOW_ELEMENT = 1;

const HTML = "http://www.w3.org/1999/xhtml";

/** Goes past the subtree of the current node. */
function skip(walker: TreeWalker): Node | null {
  let node = walker.nextSibling();
  while (node === null && walker.parentNode() !== null) {
    node = walker.nextSibling();
  }
  return node;
}

/** `hidden` shows no bars, but scripts can scroll it. */
function isScrolling(overflow: string): boolean {
  return overflow === "auto" || overflow === "scroll" || overflow === "hidden";
}
