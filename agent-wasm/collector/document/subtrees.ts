import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import type { InnerRoots } from "./inner-roots.ts";
import type { NodeEntries } from "./node-entries.ts";
import { DOCUMENT_FRAGMENT_NODE, DOCUMENT_NODE, ELEMENT_NODE } from "./node-types.ts";
import { createTreeCursor } from "./tree-cursor.ts";

/** Nodes that are written, each below the one before, while children of theirs still are not. */
export interface OpenPath {
  readonly nodes: Node[];
  readonly ids: number[];
}

/** What happens to nodes that come and go. */
export interface Subtrees {
  /** Gives a node that the core does not know an id and writes its entry; says the id. */
  writeNode(node: Node, type: number, parentId: number): number;
  /**
   * Writes a subtree into the INSERT op that is open. Nodes that the core knows are written as
   * moved and leave `taken`. Says where it stopped if the slice ended before the subtree.
   */
  write(root: Node, parentId: number, taken: Map<number, Node>, slice: Slice): OpenPath | null;
  /** Forgets all nodes that are below `root` now, in frames and templates too, and `root` itself. */
  forget(root: Node): void;
}

export function createSubtrees(
  scope: Scope,
  entries: NodeEntries,
  innerRoots: InnerRoots,
): Subtrees {
  const { reads, ids, marks } = scope;
  const cursor = createTreeCursor(reads, marks.isBlocked);

  function writeNode(node: Node, type: number, parentId: number): number {
    const id = ids.assign(node);
    entries.write(node, type, id, parentId);
    if (isRoot(type)) {
      innerRoots.watch(node, type);
    }
    return id;
  }

  function writeMoved(node: Node, parentId: number, taken: Map<number, Node>): boolean {
    const id = ids.get(node);
    if (id === 0) {
      return false;
    }
    entries.writeMoved(id, parentId);
    taken.delete(id);
    return true;
  }

  /** Most nodes that come by themselves are leaves, which need no walk. */
  function mayHaveChildren(root: Node, type: number): boolean {
    return (
      reads.firstChild(root) !== null ||
      (type === ELEMENT_NODE && reads.shadowRoot(root as Element) !== null)
    );
  }

  function writeBelow(path: OpenPath, taken: Map<number, Node>, slice: Slice): OpenPath | null {
    const { nodes: openNodes, ids: openIds } = path;
    cursor.start(openNodes[0] as Node);
    let node = cursor.next();
    while (node !== null) {
      const type = cursor.type();
      const parent = reads.parentOrHost(node, type);
      while (openNodes.length > 1 && openNodes[openNodes.length - 1] !== parent) {
        openNodes.pop();
        openIds.pop();
      }
      if (slice.isOver()) {
        return path;
      }
      const parentId = openIds[openIds.length - 1] as number;
      if (writeMoved(node, parentId, taken)) {
        node = cursor.skip();
      } else {
        openNodes.push(node);
        openIds.push(writeNode(node, type, parentId));
        node = cursor.next();
      }
    }
    return null;
  }

  return {
    writeNode,
    write(root, parentId, taken, slice) {
      if (writeMoved(root, parentId, taken)) {
        return null;
      }
      const type = reads.nodeType(root);
      const id = writeNode(root, type, parentId);
      return mayHaveChildren(root, type)
        ? writeBelow({ nodes: [root], ids: [id] }, taken, slice)
        : null;
    },
    forget(root) {
      const trees = [root];
      for (let tree = trees.pop(); tree !== undefined; tree = trees.pop()) {
        cursor.start(tree);
        for (let node: Node | null = tree; node !== null; node = cursor.next()) {
          const type = cursor.type();
          if (isRoot(type)) {
            innerRoots.unwatch(node, type);
          } else if (type === ELEMENT_NODE) {
            const content = innerRoots.forget(node as Element);
            if (content !== null) {
              trees.push(content);
            }
          }
          ids.forget(node);
        }
      }
    },
  };
}

function isRoot(type: number): boolean {
  return type === DOCUMENT_FRAGMENT_NODE || type === DOCUMENT_NODE;
}
