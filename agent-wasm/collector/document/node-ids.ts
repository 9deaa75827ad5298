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

/** Constructs nothing: what a class that extends it declares is put on the node that is given. */
class Given {
  constructor(node: Node) {
    // biome-ignore lint/correctness/noConstructorReturn: it is what puts private fields on a node.
    return node;
  }
}

/**
 * Ids stand in a private field of the node, which only this code can see and which goes with the
 * node. A `WeakMap` would cost twice as much to fill, and each collection of garbage has to go through it.
 */
export function createNodeIds(): NodeIds {
  let next = 1;
  /** Ids below it are forgotten. */
  let first = 1;

  class Numbered extends Given {
    #id: number;

    constructor(node: Node, id: number) {
      super(node);
      this.#id = id;
    }

    static idOf(node: Node): number {
      return #id in node && node.#id >= first ? node.#id : 0;
    }

    static number(node: Node, id: number): void {
      if (#id in node) {
        node.#id = id;
      } else {
        new Numbered(node, id);
      }
    }

    static forget(node: Node): void {
      if (#id in node) {
        node.#id = 0;
      }
    }
  }

  return {
    get: Numbered.idOf,
    assign(node) {
      Numbered.number(node, next);
      return next++;
    },
    reserve: () => next++,
    forget: Numbered.forget,
    forgetAll() {
      first = next;
    },
    next: () => next,
  };
}
