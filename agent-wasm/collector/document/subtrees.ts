import type { Scope } from "../scope.ts";
import type { NodeEntries } from "./node-entries.ts";
import { DOCUMENT_FRAGMENT_NODE, ELEMENT_NODE } from "./node-types.ts";
import { createTreeCursor } from "./tree-cursor.ts";

/** What happens to nodes that come and go. */
export interface Subtrees {
  /** Gives a node that the core does not know an id and writes its entry; says the id. */
  writeNode(node: Node, type: number, parentId: number): number;
  /**
   * Writes a subtree into the INSERT op that is open. Nodes that the core knows are written as
   * moved and their ids added to `moved`.
   */
  write(root: Node, parentId: number, moved: Set<number>): void;
  /** Forgets all nodes that are below `root` now, and `root` itself. */
  forget(root: Node): void;
}

export function createSubtrees({ reads, ids, roots }: Scope, entries: NodeEntries): Subtrees {
  const cursor = createTreeCursor(reads);

  function writeNode(node: Node, type: number, parentId: number): number {
    const id = ids.assign(node);
    entries.write(node, type, id, parentId);
    if (type === DOCUMENT_FRAGMENT_NODE) {
      roots.add(node as ShadowRoot);
    }
    return id;
  }

  function writeMoved(node: Node, parentId: number, moved: Set<number>): boolean {
    const id = ids.get(node);
    if (id === 0) {
      return false;
    }
    entries.writeMoved(id, parentId);
    moved.add(id);
    return true;
  }

  /** Most nodes that come by themselves are leaves, which need no walk. */
  function mayHaveChildren(root: Node, type: number): boolean {
    return (
      reads.firstChild(root) !== null ||
      (type === ELEMENT_NODE && reads.shadowRoot(root as Element) !== null)
    );
  }

  function writeBelow(root: Node, rootId: number, moved: Set<number>): void {
    cursor.start(root);
    const openNodes = [root];
    const openIds = [rootId];
    let node = cursor.next();
    while (node !== null) {
      const type = cursor.type();
      const parent = reads.parentOrHost(node, type);
      while (openNodes.length > 1 && openNodes[openNodes.length - 1] !== parent) {
        openNodes.pop();
        openIds.pop();
      }
      const parentId = openIds[openIds.length - 1] as number;
      if (writeMoved(node, parentId, moved)) {
        node = cursor.skip();
      } else {
        openNodes.push(node);
        openIds.push(writeNode(node, type, parentId));
        node = cursor.next();
      }
    }
  }

  return {
    writeNode,
    write(root, parentId, moved) {
      if (writeMoved(root, parentId, moved)) {
        return;
      }
      const type = reads.nodeType(root);
      const id = writeNode(root, type, parentId);
      if (mayHaveChildren(root, type)) {
        writeBelow(root, id, moved);
      }
    },
    forget(root) {
      cursor.start(root);
      for (let node: Node | null = root; node !== null; node = cursor.next()) {
        if (cursor.type() === DOCUMENT_FRAGMENT_NODE) {
          roots.remove(node as ShadowRoot);
        }
        ids.forget(node);
      }
    },
  };
}
