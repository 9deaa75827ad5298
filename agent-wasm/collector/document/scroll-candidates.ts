import type { Scope } from "../scope.ts";
import { getter } from "./dom-reads.ts";

/** Elements that may have been scrolled before the recorder started. */
export interface ScrollCandidates {
  /** Notes an element as it is read; see `ElementListeners`. */
  note(element: Element, styleKey: string, ownStyle: string): void;
  /** Takes an element that may be scrolled. */
  next(): Element | undefined;
}

/**
 * Reading the position of an element costs more than all else that is read of it, because the
 * browser has to check its layout. So elements without elements inside are passed over, and the
 * others are asked only if their style lets them scroll; elements of one class mostly have one
 * style, which is looked at once. What this overlooks shows at its start until it is scrolled again.
 */
export function createScrollCandidates({ page, marks, reads }: Scope): ScrollCandidates {
  const firstElementChild = getter<Element | null>(page.Element.prototype, "firstElementChild");
  const scrollsByKey = new Map<string, boolean>();
  const noted: Element[] = [];

  function hasScrollingStyle(element: Element): boolean {
    // Drawings hide what overflows them, but never scroll.
    if (reads.namespace(element) !== HTML) {
      return false;
    }
    // A box that scrolls in one direction can be scrolled by scripts in the other one, too.
    const { overflowX, overflowY } = page.getComputedStyle(element);
    return isScrolling(overflowX) || isScrolling(overflowY);
  }

  function mayBeScrolled(element: Element): boolean {
    const hasContent =
      firstElementChild.call(element) !== null || reads.tagName(element) === "TEXTAREA";
    // The scrolling element answers with the position of the document.
    const isDocument = reads.ownerDocument(element).scrollingElement === element;
    return hasContent && !isDocument && !marks.isBlocked(element);
  }

  return {
    note(element, styleKey, ownStyle) {
      let scrolls = ownStyle.includes("overflow") || scrollsByKey.get(styleKey);
      if (scrolls === undefined) {
        scrolls = hasScrollingStyle(element);
        scrollsByKey.set(styleKey, scrolls);
      }
      if (scrolls) {
        noted.push(element);
      }
    },
    next() {
      let candidate = noted.pop();
      while (candidate !== undefined && !mayBeScrolled(candidate)) {
        candidate = noted.pop();
      }
      return candidate;
    },
  };
}

const HTML = "http://www.w3.org/1999/xhtml";

/** `hidden` shows no bars, but scripts can scroll it. */
function isScrolling(overflow: string): boolean {
  return overflow === "auto" || overflow === "scroll" || overflow === "hidden";
}
