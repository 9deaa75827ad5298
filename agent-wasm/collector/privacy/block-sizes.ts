import { BLOCK_SIZE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** How much room blocked elements take. */
export interface BlockSizes {
  /** An element is blocked: its size is written once it is laid out and when that changes. */
  watch(element: Element): void;
  stop(): void;
}

/** The browser tells sizes after a layout of its own; asking for them would force one. */
export function startBlockSizes(scope: Scope): BlockSizes {
  const { page, ids, marks, writer } = scope;
  const { getBoundingClientRect } = page.Element.prototype;
  const resized = new Map<Element, { readonly width: number; readonly height: number }>();
  const observer = new page.ResizeObserver(
    scope.guard.wrap((entries: ResizeObserverEntry[]) => {
      entries.forEach(note);
      scope.requestPost();
    }),
  );

  function note({ target, borderBoxSize: [box] }: ResizeObserverEntry): void {
    if (ids.get(target) === 0 || !marks.isBlocked(target)) {
      observer.unobserve(target);
    } else if (box !== undefined && box.inlineSize > 0) {
      resized.set(target, { width: box.inlineSize, height: box.blockSize });
    } else {
      // Elements in a line of text have no box of this kind. The layout is fresh at this moment.
      resized.set(target, getBoundingClientRect.call(target));
    }
  }

  function write(): void {
    for (const [element, { width, height }] of resized) {
      const id = ids.get(element);
      if (id !== 0) {
        scope.begin(BLOCK_SIZE);
        writer.word(id);
        writer.word(Math.round(width));
        writer.word(Math.round(height));
        writer.end();
      }
    }
    resized.clear();
  }

  scope.beforePost(write);

  return {
    watch: (element) => observer.observe(element),
    stop: () => observer.disconnect(),
  };
}
