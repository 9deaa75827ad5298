import { INSERT, REMOVE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import type { InnerRoots } from "./inner-roots.ts";
import type { Storm } from "./storm.ts";
import type { Subtrees } from "./subtrees.ts";
import type { Walk } from "./walk.ts";

/**
 * Writes where nodes are that came, went or moved.
 *
 * It looks only at where nodes are now, so its cost is linear in the nodes touched, whatever
 * happened to them in between. It relies on, and keeps up, one invariant: a node has an id exactly
 * if the core has it in its mirror, with the same parent; then all its children have ids too,
 * unless the walk has still to read some of them.
 *
 * What does not fit into a slice is placed in the next one, by another mutation. No id outlives the
 * slice in which the core forgets its node, because the page could move the node meanwhile.
 */
export interface Placement {
  /** Notes nodes that were added or removed. */
  touch(nodes: NodeList): void;
  /** Notes an element that has to be read anew with all below it. */
  renew(element: Node): void;
  /** Writes on; says whether everything is placed. */
  step(slice: Slice): boolean;
  /** Forgets what was noted. */
  reset(): void;
}

export function createPlacement(
  { reads, ids, marks, writer, begin }: Scope,
  subtrees: Subtrees,
  walk: Walk,
  storm: Storm,
  innerRoots: InnerRoots,
): Placement {
  const touched = new Set<Node>();
  const renewed = new Set<Node>();
  /** What was taken out and not put back, by id. */
  const taken = new Map<number, Node>();
  /** Whether nodes that the core knows may be among those touched. */
  let mayHaveKnown = false;
  /** Nodes with this id and higher ones were written by this step. */
  let firstNewId = 0;
  /** Where the last step stopped. */
  let next: Node | null = null;

  /** All moves begin with a removal, so that the core never sees a node below itself. */
  function takeOut(): void {
    if (!mayHaveKnown) {
      return;
    }
    mayHaveKnown = false;
    begin(REMOVE);
    for (const node of touched) {
      const id = ids.get(node);
      if (id !== 0) {
        writer.word(id);
        taken.set(id, node);
      }
    }
    writer.endUnlessEmpty();
    // Of an open node only a part is known: it is read again as a whole.
    for (const [id, node] of taken) {
      if (renewed.has(node) || walk.isOpen(node)) {
        taken.delete(id);
        subtrees.forget(node);
      }
    }
    renewed.clear();
  }

  /**
   * What was taken out and not put back has left the document, or has its turn later, or is where
   * nothing is recorded.
   */
  function forgetTaken(): void {
    for (const [id, node] of taken) {
      // What was below an open node has been forgotten with it, and may have been read anew.
      if (ids.get(node) === id) {
        subtrees.forget(node);
      }
    }
    taken.clear();
  }

  function write(node: Node, parentId: number, slice: Slice): void {
    const rest = subtrees.write(node, parentId, taken, storm.isPostponing() ? OVER : slice);
    if (rest !== null) {
      walk.readLater(rest);
    }
  }

  /** What elements hold no longer, and what has to be written anew, goes before anything comes. */
  function takeOutReplaced(): void {
    const replaced = innerRoots.takeReplaced();
    for (const content of replaced) {
      mayHaveKnown = true;
      touched.add(content);
    }
    takeOut();
    for (const content of replaced) {
      // It is written with its host, perhaps before the slice that goes through what was touched.
      touched.delete(content);
      subtrees.forget(content);
    }
  }

  function writeInnerRoots(slice: Slice): void {
    innerRoots.takeNoted((root, hostId) => {
      begin(INSERT);
      writer.word(hostId);
      writer.word(0);
      write(root, hostId, slice);
      writer.end();
    });
  }

  /**
   * Where a run of touched siblings goes. None for nodes that are gone, and for those that are
   * written with their parent or by the walk.
   */
  function placeOf(node: Node): { parentId: number; previousId: number } | null {
    const parent = reads.isConnected(node) ? reads.parentNode(node) : null;
    const parentId = parent === null || marks.isBlocked(parent) ? 0 : ids.get(parent);
    if (parentId === 0 || ids.get(node) >= firstNewId || parentId >= firstNewId) {
      return null;
    }
    const previous = reads.previousSibling(node);
    const previousId = previous === null ? 0 : ids.get(previous);
    const isKnown = previous === null || (previousId !== 0 && !taken.has(previousId));
    return isKnown ? { parentId, previousId } : null;
  }

  /** Runs begin behind a sibling that stays where it is. */
  function firstOfRun(member: Node): Node {
    let first = member;
    let previous = reads.previousSibling(first);
    while (previous !== null && touched.has(previous)) {
      first = previous;
      previous = reads.previousSibling(first);
    }
    return first;
  }

  /** Writes touched siblings from the first of them on. */
  function writeRun(first: Node, slice: Slice): void {
    let parentId = 0;
    let member: Node | null = first;
    do {
      touched.delete(member);
      if (parentId === 0) {
        const place = placeOf(member);
        if (place !== null) {
          parentId = place.parentId;
          begin(INSERT);
          writer.word(parentId);
          writer.word(place.previousId);
        }
      }
      if (parentId !== 0) {
        write(member, parentId, slice);
      }
      member = reads.nextSibling(member);
    } while (member !== null && touched.has(member) && !slice.isOver());
    if (parentId !== 0) {
      writer.end();
    }
    next = member;
  }

  function writeRuns(slice: Slice): void {
    if (next !== null && touched.has(next)) {
      writeRun(firstOfRun(next), slice);
    }
    for (const node of touched) {
      if (slice.isOver()) {
        return;
      }
      writeRun(firstOfRun(node), slice);
    }
    next = null;
  }

  return {
    touch(nodes) {
      mayHaveKnown = true;
      for (let index = 0; index < nodes.length; index++) {
        touched.add(nodes[index] as Node);
      }
    },
    renew(element) {
      mayHaveKnown = true;
      touched.add(element);
      renewed.add(element);
    },
    step(slice) {
      if (touched.size === 0 && !innerRoots.hasNoted()) {
        return true;
      }
      firstNewId = ids.next();
      walk.interrupt();
      takeOutReplaced();
      writeRuns(slice);
      writeInnerRoots(slice);
      forgetTaken();
      return touched.size === 0;
    },
    reset() {
      touched.clear();
      renewed.clear();
      taken.clear();
      next = null;
    },
  };
}

/** For what is not to be read now. */
const OVER: Slice = { isOver: () => true };
