import { APPEND, INSERT, MUTATION_END } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import { DOCUMENT_FRAGMENT_NODE, DOCUMENT_NODE, ELEMENT_NODE } from "./node-types.ts";
import type { Storm } from "./storm.ts";
import type { OpenPath, Subtrees } from "./subtrees.ts";
import { createTreeCursor } from "./tree-cursor.ts";

/**
 * Reads what is too large for one slice, while the page goes on changing: the document of the first
 * snapshot, and large subtrees that mutations bring.
 *
 * Mutations are observed from before the first slice and written between slices. What they put at
 * a place that the walk has passed is written there and then; what they put further on is left for
 * the walk. So a node has an id exactly if it has been written with everything below it, or is one
 * of the open nodes; and the children of those are some that are written, followed by some that
 * are not. After a mutation the walk goes on at the first that is not. ADR 17 argues why that
 * gives the document of the last slice.
 */
export interface Walk {
  /** Whether only a part of what is below a node is known. */
  isOpen(node: Node): boolean;
  /** Nodes are about to be placed or forgotten: the walk will find its place anew. */
  interrupt(): void;
  /** Leaves what is below these nodes and not written to the walk, behind all that waits. */
  readLater(path: OpenPath): void;
  /** Reads on; says whether the end has been reached. */
  step(slice: Slice): boolean;
  /** Begins again, with no node known. */
  restart(): void;
}

/** `request` sees to it that `step` is called. */
export function createWalk(
  scope: Scope,
  subtrees: Subtrees,
  storm: Storm,
  request: () => void,
): Walk {
  const { reads, ids, marks, writer, begin, page } = scope;
  const cursor = createTreeCursor(reads, marks.isBlocked);
  /** The trees to read after the current one, and the open nodes of all of them. */
  const waiting: OpenPath[] = [];
  const waitingNodes = new Set<Node>();
  /** The open nodes of the current tree, outermost first. */
  let { nodes: openNodes, ids: openIds }: OpenPath = { nodes: [], ids: [] };
  /** The node to be written next, where the cursor is; `null` at the end of the current tree. */
  let node: Node | null = page.document;
  /** Whether the place has to be found anew. */
  let isInterrupted = true;

  function leaveTo(depth: number): void {
    openNodes.length = depth;
    openIds.length = depth;
  }

  function leaveForgotten(): void {
    const isForgotten = (open: Node, depth: number) => ids.get(open) !== openIds[depth];
    const forgotten = openNodes.findIndex(isForgotten);
    if (forgotten >= 0) {
      leaveTo(forgotten);
    }
  }

  function findPlace(): void {
    isInterrupted = false;
    if (node === page.document) {
      cursor.start(node);
      return;
    }
    leaveForgotten();
    const [root] = openNodes;
    if (root === undefined) {
      node = null;
      return;
    }
    cursor.start(root);
    for (const open of openNodes) {
      if (open !== root && reads.nodeType(open) === DOCUMENT_FRAGMENT_NODE) {
        cursor.enter(open as ShadowRoot);
      } else {
        cursor.goTo(open);
      }
    }
    node = goToUnknown(openNodes[openNodes.length - 1] as Node) ?? cursor.skip();
  }

  /** Goes from a node to the first of its children that is not known. */
  function goToUnknown(parent: Node): Node | null {
    if (marks.isBlocked(parent)) {
      return null;
    }
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

  function goToNextTree(): boolean {
    const next = storm.isPostponing() ? undefined : waiting.shift();
    if (next === undefined) {
      leaveTo(0);
      return false;
    }
    openNodes = next.nodes;
    openIds = next.ids;
    for (const open of openNodes) {
      waitingNodes.delete(open);
    }
    findPlace();
    return true;
  }

  function beginInsert(first: Node, type: number, parentId: number): void {
    const previous = type === DOCUMENT_FRAGMENT_NODE ? null : reads.previousSibling(first);
    begin(INSERT);
    writer.word(parentId);
    writer.word(previous === null ? 0 : ids.get(previous) || APPEND);
  }

  /** Writes nodes of the current tree; says whether any was written. */
  function writeNodes(slice: Slice): boolean {
    const start = writer.position();
    /** How many nodes are open at the parent of the open INSERT op; -1: none is open. */
    let insertDepth = -1;
    const endInsert = () => {
      if (insertDepth >= 0) {
        writer.end();
        insertDepth = -1;
      }
    };
    while (node !== null && !slice.isOver()) {
      const type = cursor.type();
      const parent = reads.parentOrHost(node, type);
      while (openNodes.length > 0 && openNodes[openNodes.length - 1] !== parent) {
        leaveTo(openNodes.length - 1);
      }
      if (ids.get(node) !== 0) {
        // A mutation has put it behind an open node.
        node = cursor.skip();
        continue;
      }
      const depth = openNodes.length;
      const parentId = openIds[depth - 1] ?? 0;
      if (depth < insertDepth) {
        endInsert();
      }
      if (insertDepth < 0) {
        beginInsert(node, type, parentId);
        insertDepth = depth;
      }
      const id = subtrees.writeNode(node, type, parentId);
      if (type === ELEMENT_NODE || type === DOCUMENT_FRAGMENT_NODE || type === DOCUMENT_NODE) {
        openNodes.push(node);
        openIds.push(id);
      }
      node = cursor.next();
    }
    endInsert();
    return writer.position() > start;
  }

  return {
    isOpen: (candidate) => openNodes.includes(candidate) || waitingNodes.has(candidate),
    interrupt() {
      isInterrupted = true;
    },
    readLater(path) {
      waiting.push(path);
      for (const open of path.nodes) {
        waitingNodes.add(open);
      }
      request();
    },
    step(slice) {
      if (isInterrupted && node !== null) {
        findPlace();
      }
      let hasWritten = false;
      do {
        const isFirst = openNodes[0] === page.document || node === page.document;
        const firstNewId = ids.next();
        hasWritten = writeNodes(slice) || hasWritten;
        storm.countNodes(isFirst ? 0 : ids.next() - firstNewId);
      } while (node === null && goToNextTree());
      if (hasWritten) {
        begin(MUTATION_END);
        writer.end();
      }
      return node === null;
    },
    restart() {
      waiting.length = 0;
      waitingNodes.clear();
      leaveTo(0);
      node = page.document;
      isInterrupted = true;
    },
  };
}
