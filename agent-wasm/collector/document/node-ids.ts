/**
 * Numbers for nodes: from 1 upwards, never used twice.
 *
 * A node has an id exactly while it is in the document and the core knows it. Ids of removed
 * subtrees are forgotten at once: a node that comes back later may have changed meanwhile.
 */
export interface NodeIds {
  /** The id of a node, or 0. */
  get(node: Node): number;
  /** Gives a node the next id. */
  assign(node: Node): number;
  /** A number that no node will get. */
  reserve(): number;
  forget(node: Node): void;
  /** Forgets all nodes; the numbers go on. */
  forgetAll(): void;
  /** The id that the next new node will get; all that are there already are lower. */
  next(): number;
}

export function createNodeIds(): NodeIds {
  let ids = new WeakMap<Node, number>();
  let next = 1;
  return {
    get: (node) => ids.get(node) ?? 0,
    assign(node) {
      ids.set(node, next);
      return next++;
    },
    reserve: () => next++,
    forget(node) {
      ids.delete(node);
    },
    forgetAll() {
      ids = new WeakMap();
    },
    next: () => next,
  };
}
