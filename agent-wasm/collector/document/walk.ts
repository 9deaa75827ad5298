import { STEPS_PER_CLOCK_READ } from "../limits.ts";
import { APPEND, INSERT, MUTATION_END } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { DOCUMENT_FRAGMENT_NODE, DOCUMENT_NODE, ELEMENT_NODE } from "./node-types.ts";
import type { Subtrees } from "./subtrees.ts";
import { createTreeCursor } from "./tree-cursor.ts";

/**
 * The walk of the first snapshot, in slices, while the page goes on changing.
 *
 * Mutations are observed from before the first slice and written between slices. What they put at
 * a place that the walk has passed is written there and then; what they put further on is left for
 * the walk. So a node has an id exactly if it has been written with everything below it, or is one
 * of the nodes that the walk is inside of; and the children of those are some that are written,
 * followed by some that are not. After a mutation the walk goes on at the first that is not.
 */
export interface Walk {
  /** Whether the walk is among the descendants of a node, so that only part of them is known. */
  isInside(node: Node): boolean;
  /** Nodes are about to be placed or forgotten: the walk will find its place anew. */
  interrupt(): void;
  /** Reads on until the clock passes `deadline`; says whether the end has been reached. */
  step(deadline: number): boolean;
  /** Begins again, with no node known. */
  restart(): void;
}

export function createWalk(scope: Scope, subtrees: Subtrees): Walk {
  const { reads, ids, writer, begin, page } = scope;
  /** The nodes that the walk is inside of, outermost first, and their ids. */
  const insideNodes: Node[] = [];
  const insideIds: number[] = [];
  const cursor = createTreeCursor(reads);
  /** The node to be written next, where the cursor is; `null` at the end. */
  let node: Node | null = page.document;
  /** Whether the place has to be found anew. */
  let isInterrupted = true;

  function leaveTo(depth: number): void {
    insideNodes.length = depth;
    insideIds.length = depth;
  }

  function leaveForgotten(): void {
    const isForgotten = (inside: Node, depth: number) => ids.get(inside) !== insideIds[depth];
    const forgotten = insideNodes.findIndex(isForgotten);
    if (forgotten >= 0) {
      leaveTo(forgotten);
    }
  }

  function findPlace(): void {
    isInterrupted = false;
    leaveForgotten();
    cursor.start(page.document);
    for (const inside of insideNodes) {
      if (reads.nodeType(inside) === DOCUMENT_FRAGMENT_NODE) {
        cursor.enter(inside as ShadowRoot);
      } else {
        cursor.goTo(inside);
      }
    }
    const innermost = insideNodes[insideNodes.length - 1];
    node = innermost === undefined ? page.document : (goToUnknown(innermost) ?? cursor.skip());
  }

  /** Goes from a node to the first of its children that is not known. */
  function goToUnknown(parent: Node): Node | null {
    const isElement = reads.nodeType(parent) === ELEMENT_NODE;
    const root = isElement ? reads.shadowRoot(parent as Element) : null;
    if (root !== null && ids.get(root) === 0) {
      cursor.enter(root);
      return root;
    }
    let child = reads.firstChild(parent);
    while (child !== null && ids.get(child) !== 0) {
      child = reads.nextSibling(child);
    }
    if (child !== null) {
      cursor.goTo(child);
    }
    return child;
  }

  function beginInsert(first: Node, type: number, parentId: number): void {
    const previous = type === DOCUMENT_FRAGMENT_NODE ? null : reads.previousSibling(first);
    begin(INSERT);
    writer.word(parentId);
    writer.word(previous === null ? 0 : ids.get(previous) || APPEND);
  }

  /** Writes nodes until the deadline; says how many INSERT ops that took. */
  function writeNodes(deadline: number): number {
    let insertCount = 0;
    /** How many nodes the walk is inside of at the parent of the open INSERT op; -1: none is open. */
    let insertDepth = -1;
    let steps = STEPS_PER_CLOCK_READ;
    const endInsert = () => {
      if (insertDepth >= 0) {
        writer.end();
        insertDepth = -1;
      }
    };
    while (node !== null) {
      if (--steps === 0) {
        if (page.performance.now() >= deadline) {
          break;
        }
        steps = STEPS_PER_CLOCK_READ;
      }
      const type = cursor.type();
      const parent = reads.parentOrHost(node, type);
      while (insideNodes.length > 0 && insideNodes[insideNodes.length - 1] !== parent) {
        leaveTo(insideNodes.length - 1);
      }
      if (ids.get(node) !== 0) {
        // A mutation has put it behind a node that the walk was inside of.
        node = cursor.skip();
        continue;
      }
      const depth = insideNodes.length;
      const parentId = insideIds[depth - 1] ?? 0;
      if (depth < insertDepth) {
        endInsert();
      }
      if (insertDepth < 0) {
        beginInsert(node, type, parentId);
        insertDepth = depth;
        insertCount += 1;
      }
      const id = subtrees.writeNode(node, type, parentId);
      if (type === ELEMENT_NODE || type === DOCUMENT_FRAGMENT_NODE || type === DOCUMENT_NODE) {
        insideNodes.push(node);
        insideIds.push(id);
      }
      node = cursor.next();
    }
    endInsert();
    return insertCount;
  }

  return {
    isInside: (candidate) => insideNodes.includes(candidate),
    interrupt() {
      isInterrupted = true;
    },
    step(deadline) {
      if (node === null) {
        return true;
      }
      if (isInterrupted) {
        findPlace();
      }
      if (writeNodes(deadline) > 0) {
        begin(MUTATION_END);
        writer.end();
      }
      if (node === null) {
        leaveTo(0);
      }
      return node === null;
    },
    restart() {
      leaveTo(0);
      node = page.document;
      isInterrupted = true;
    },
  };
}
