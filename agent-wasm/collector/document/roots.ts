import type { Guard } from "../guard.ts";
import type { Page } from "./dom-reads.ts";
import { DOCUMENT_NODE } from "./node-types.ts";

/** A root that events arrive at. */
export type Root = Document | ShadowRoot;

/**
 * The documents, of the page and of its frames, and the shadow roots that are known: where
 * mutations are observed and events arrive.
 */
export interface Roots {
  /** Starts watching a root. */
  add(root: Root): void;
  /** Observes the mutations of a tree in which nothing else happens. */
  observeOnly(root: Node): void;
  /** Listens again in a document, which forgets its listeners when a script opens it. */
  listenAgain(document: Document): void;
  /** Stops watching a root that has left. */
  remove(root: Root): void;
  /** Listens for events that do not leave their tree in all roots, those to come included. */
  listen(type: string, listener: (event: Event) => void): void;
  /** Listens for events that leave shadow trees by themselves, but not frames, in all documents. */
  listenInDocuments(type: string, listener: (event: Event) => void): void;
  /** Sets who gets the mutations of all roots, in order. */
  observe(onRecords: (records: MutationRecord[]) => void): void;
  /** The mutations that the browser has not delivered yet, which it will not deliver any more. */
  takeRecords(): MutationRecord[];
  /** Delivers the mutations that the browser has not delivered yet. */
  drain(): void;
  /** All roots, the page's document first. */
  all(): Iterable<Root>;
  stop(): void;
}

export function createRoots(page: Page, guard: Guard): Roots {
  const roots = new Set<Root>();
  let onRecords: (records: MutationRecord[]) => void = () => {};
  const listeners: Listener[] = [];
  // Old values are left out: the browser would serialize every style before the page's own write
  // to it, which makes such writes four to six times as slow. The core knows the old values.
  const observed: MutationObserverInit = {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  };
  const observer = new page.MutationObserver(guard.wrap((records) => onRecords(records)));

  function listenTo(root: Root, { type, listener, isOfDocuments }: Listener): void {
    if (!isOfDocuments || root.nodeType === DOCUMENT_NODE) {
      root.addEventListener(type, listener, LISTENED);
    }
  }

  function listenToAll(root: Root): void {
    for (const listener of listeners) {
      listenTo(root, listener);
    }
  }

  function unlisten(root: Root): void {
    for (const { type, listener } of listeners) {
      root.removeEventListener(type, listener, LISTENED);
    }
  }

  function addListener(type: string, callback: Callback, isOfDocuments: boolean): void {
    const listener = { type, listener: guard.wrap(callback), isOfDocuments };
    listeners.push(listener);
    for (const root of roots) {
      listenTo(root, listener);
    }
  }

  return {
    add(root) {
      observer.observe(root, observed);
      if (!roots.has(root)) {
        roots.add(root);
        listenToAll(root);
      }
    },
    observeOnly(root) {
      observer.observe(root, observed);
    },
    listenAgain(document) {
      if (roots.has(document)) {
        listenToAll(document);
      }
    },
    remove(root) {
      // An observer cannot let go of one root; what it still reports of this one concerns nodes
      // without ids.
      if (roots.delete(root)) {
        unlisten(root);
      }
    },
    listen: (type, callback) => addListener(type, callback, false),
    listenInDocuments: (type, callback) => addListener(type, callback, true),
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

type Callback = (event: Event) => void;

interface Listener {
  readonly type: string;
  readonly listener: Callback;
  readonly isOfDocuments: boolean;
}

const LISTENED = { capture: true, passive: true } as const;
