import type { Guard } from "../guard.ts";
import type { Page } from "./dom-reads.ts";

/**
 * The document and the open shadow roots that are known: where mutations are observed, and where
 * the events arrive that do not leave a shadow tree.
 */
export interface Roots {
  /** Starts watching a root. */
  add(root: Document | ShadowRoot): void;
  /** Stops watching a root that has left the document. */
  remove(root: ShadowRoot): void;
  /** Listens in all roots, those to come included. */
  listen(type: string, listener: (event: Event) => void): void;
  /** Sets who gets the mutations of all roots, in order. */
  observe(onRecords: (records: MutationRecord[]) => void): void;
  /** The mutations that the browser has not delivered yet, which it will not deliver any more. */
  takeRecords(): MutationRecord[];
  /** Delivers the mutations that the browser has not delivered yet. */
  drain(): void;
  /** All roots, the document first. */
  all(): Iterable<Document | ShadowRoot>;
  stop(): void;
}

export function createRoots(page: Page, guard: Guard): Roots {
  const roots = new Set<Document | ShadowRoot>();
  let onRecords: (records: MutationRecord[]) => void = () => {};
  const listeners: { type: string; listener: (event: Event) => void }[] = [];
  // Old values are left out: the browser would serialize every style before the page's own write
  // to it, which makes such writes four to six times as slow. The core knows the old values.
  const observed: MutationObserverInit = {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  };
  const observer = new page.MutationObserver(guard.wrap((records) => onRecords(records)));

  function unlisten(root: Document | ShadowRoot): void {
    for (const { type, listener } of listeners) {
      root.removeEventListener(type, listener, LISTENED);
    }
  }

  return {
    add(root) {
      observer.observe(root, observed);
      if (roots.has(root)) {
        return;
      }
      roots.add(root);
      for (const { type, listener } of listeners) {
        root.addEventListener(type, listener, LISTENED);
      }
    },
    remove(root) {
      // An observer cannot let go of one root; what it still reports of this one concerns nodes
      // without ids.
      if (roots.delete(root)) {
        unlisten(root);
      }
    },
    listen(type, callback) {
      const listener = guard.wrap(callback);
      listeners.push({ type, listener });
      for (const root of roots) {
        root.addEventListener(type, listener, LISTENED);
      }
    },
    observe(deliver) {
      onRecords = deliver;
    },
    takeRecords: () => observer.takeRecords(),
    drain: () => onRecords(observer.takeRecords()),
    all: () => roots,
    stop() {
      observer.disconnect();
      roots.forEach(unlisten);
      roots.clear();
    },
  };
}

const LISTENED = { capture: true, passive: true } as const;
