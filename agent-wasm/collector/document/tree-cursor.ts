import type { DomReads } from "./dom-reads.ts";
import { DOCUMENT_FRAGMENT_NODE, ELEMENT_NODE } from "./node-types.ts";

/**
 * A place in a tree, moving in document order; an open shadow tree comes before the light children
 * of its host.
 *
 * Built on `TreeWalker`, which is the fastest way through a tree (0.08 µs per node against 0.2 µs
 * by `firstChild` and `nextSibling`) but does not enter shadow trees: each gets a walker of its own.
 */
export interface TreeCursor {
  /** Goes to a node, beyond whose subtree it will not go. */
  start(root: Node): void;
  /** The node behind the current one: its shadow root, its first child or what follows it. */
  next(): Node | null;
  /** The node behind the current one's subtree. */
  skip(): Node | null;
  /** The type of the current node. */
  type(): number;
  /** Goes to a node of the tree that the cursor is in. */
  goTo(node: Node): void;
  /** Goes to a shadow root whose host the cursor is at. */
  enter(root: ShadowRoot): void;
}

/**
 * A cursor may be started again and again, which is cheaper than a new one for each subtree. It does
 * not enter elements for which `isClosed` is true.
 */
export function createTreeCursor(reads: DomReads, isClosed: (node: Node) => boolean): TreeCursor {
  let walker: TreeWalker;
  /** Where the walker is; to ask it costs as much as to move it. */
  let current: Node;
  let type = 0;
  /** The walkers of the trees around the current shadow tree, each at the host of the next. */
  const outer: TreeWalker[] = [];

  function arrive(node: Node): Node {
    current = node;
    type = reads.nodeType(node);
    return node;
  }

  function enter(root: ShadowRoot): void {
    outer.push(walker);
    walker = reads.treeWalker(root);
    current = root;
    type = DOCUMENT_FRAGMENT_NODE;
  }

  /** The next node of the current tree, or of the trees around it when it has none. */
  function advance(): Node | null {
    let node = walker.nextNode();
    while (node === null) {
      const around = outer.pop();
      if (around === undefined) {
        return null;
      }
      walker = around;
      node = walker.nextNode();
    }
    return arrive(node);
  }

  function skip(): Node | null {
    do {
      const sibling = walker.nextSibling();
      if (sibling !== null) {
        return arrive(sibling);
      }
    } while (walker.parentNode() !== null);
    const around = outer.pop();
    if (around === undefined) {
      return null;
    }
    walker = around;
    return advance();
  }

  return {
    start(root) {
      walker = reads.treeWalker(root);
      arrive(root);
      outer.length = 0;
    },
    next() {
      if (type === ELEMENT_NODE) {
        if (isClosed(current)) {
          return skip();
        }
        const root = reads.shadowRoot(current as Element);
        if (root !== null) {
          enter(root);
          return root;
        }
      }
      return advance();
    },
    skip,
    type: () => type,
    goTo(node) {
      walker.currentNode = node;
      arrive(node);
    },
    enter,
  };
}
