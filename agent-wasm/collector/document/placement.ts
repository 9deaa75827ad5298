import { INSERT, REMOVE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Subtrees } from "./subtrees.ts";
import type { Walk } from "./walk.ts";

/**
 * Writes where nodes are now that came, went or moved.
 *
 * It looks only at the final state, so its cost is linear in the nodes touched, whatever happened
 * to them in between. It relies on, and keeps up, one invariant: a node has an id exactly if the
 * core has it in its mirror, with the same parent; then all its children have ids too, unless the
 * walk of the first snapshot is still inside it.
 */
export interface Placement {
  /** `touched`: every node that was added or removed; `hosts`: elements that got a shadow root. */
  write(touched: ReadonlySet<Node>, hosts: Iterable<Element>, firstNewId: number): void;
}

export function createPlacement(scope: Scope, subtrees: Subtrees, walk: Walk): Placement {
  const { reads, ids, writer, begin } = scope;

  /** All moves begin with a removal, so that the core never sees a node below itself. */
  function writeRemoved(touched: ReadonlySet<Node>): Node[] {
    const known: Node[] = [];
    begin(REMOVE);
    for (const node of touched) {
      const id = ids.get(node);
      if (id !== 0) {
        writer.word(id);
        known.push(node);
      }
    }
    writer.endUnlessEmpty();
    return known;
  }

  function writeShadowRoots(hosts: Iterable<Element>, moved: Set<number>): void {
    for (const host of hosts) {
      const root = reads.shadowRoot(host);
      const hostId = ids.get(host);
      if (root !== null && hostId !== 0 && ids.get(root) === 0) {
        begin(INSERT);
        writer.word(hostId);
        writer.word(0);
        subtrees.write(root, hostId, moved);
        writer.end();
      }
    }
  }

  /**
   * Writes runs of touched siblings. A run begins behind a sibling that stayed where it was;
   * nodes with a new parent are part of what is written for that parent.
   */
  function writeRuns(touched: ReadonlySet<Node>, firstNewId: number, moved: Set<number>): void {
    for (const node of touched) {
      if (ids.get(node) >= firstNewId) {
        // Written already, with its parent or with the sibling before it.
        continue;
      }
      const parent = reads.isConnected(node) ? reads.parentNode(node) : null;
      const parentId = parent === null ? 0 : ids.get(parent);
      if (parentId === 0 || parentId >= firstNewId) {
        continue;
      }
      const previous = reads.previousSibling(node);
      if (previous !== null && touched.has(previous)) {
        continue;
      }
      const previousId = previous === null ? 0 : ids.get(previous);
      if (previous !== null && previousId === 0) {
        // The walk has not come this far and will find the run where it is.
        continue;
      }
      begin(INSERT);
      writer.word(parentId);
      writer.word(previousId);
      let member: Node | null = node;
      while (member !== null && touched.has(member)) {
        subtrees.write(member, parentId, moved);
        member = reads.nextSibling(member);
      }
      writer.end();
    }
  }

  return {
    write(touched, hosts, firstNewId) {
      walk.interrupt();
      const known = writeRemoved(touched);
      // Of a node that the walk is inside of, only a part is known: it is read again as a whole.
      known.filter(walk.isInside).forEach(subtrees.forget);
      const moved = new Set<number>();
      writeShadowRoots(hosts, moved);
      writeRuns(touched, firstNewId, moved);
      // What was taken out and not put back has left the document, or is where the walk has not
      // been, or where nothing is recorded, as in the document of a frame.
      for (const node of known) {
        const id = ids.get(node);
        if (id !== 0 && id < firstNewId && !moved.has(id)) {
          subtrees.forget(node);
        }
      }
    },
  };
}
