import { ATTRIBUTE, TEXT } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import { commentText } from "./node-entries.ts";
import { type ChangedAttribute, createSamples } from "./samples.ts";
import type { Storm } from "./storm.ts";

/** Writes attributes and texts that changed, with the values they have now. */
export interface Changes {
  noteAttribute(changed: ChangedAttribute): void;
  noteText(text: Node): void;
  /**
   * Writes on; says whether nothing is left to write now. Nodes from `firstNewId` on have been
   * written after the changes that were noted, and are left out.
   */
  step(slice: Slice, firstNewId: number): boolean;
  /** Forgets what was noted. */
  reset(): void;
}

/** `request` sees to it that `step` is called. */
export function createChanges(scope: Scope, storm: Storm, request: () => void): Changes {
  const { reads, ids, writer, begin } = scope;
  const repeats = createRepeats();
  const samples = createSamples(scope, storm, request);
  const attributes: ChangedAttribute[] = [];
  const texts = new Set<Node>();

  function writeAttribute({ element, name }: ChangedAttribute, firstNewId: number): void {
    const id = ids.get(element);
    if (id !== 0 && id < firstNewId) {
      const reference = writer.reference(name);
      if (!repeats.has(id, reference)) {
        writer.word(id);
        writer.word(reference);
        writer.string(reads.attribute(element, name));
      }
    }
  }

  function writeText(text: Node, firstNewId: number): void {
    const id = ids.get(text);
    if (id !== 0 && id < firstNewId) {
      writer.word(id);
      writer.string(commentText(reads, text, reads.nodeType(text)));
    }
  }

  /**
   * Writes one op from the front of a queue; says whether nothing is left. What was held back in a storm
   * is written whenever its node came.
   */
  function drainAttributes(
    queue: ChangedAttribute[],
    slice: Slice,
    firstNewId = Number.POSITIVE_INFINITY,
  ): boolean {
    if (queue.length === 0) {
      return true;
    }
    let count = 0;
    repeats.clear();
    begin(ATTRIBUTE);
    while (count < queue.length && !slice.isOver()) {
      writeAttribute(queue[count++] as ChangedAttribute, firstNewId);
    }
    writer.endUnlessEmpty();
    queue.splice(0, count);
    return queue.length === 0;
  }

  function drainTexts(
    queue: Set<Node>,
    slice: Slice,
    firstNewId = Number.POSITIVE_INFINITY,
  ): boolean {
    if (queue.size === 0) {
      return true;
    }
    begin(TEXT);
    for (const text of queue) {
      if (slice.isOver()) {
        break;
      }
      queue.delete(text);
      writeText(text, firstNewId);
    }
    writer.endUnlessEmpty();
    return queue.size === 0;
  }

  return {
    noteAttribute(changed) {
      if (storm.sampleMs() > 0) {
        samples.holdAttribute(changed);
      } else {
        attributes.push(changed);
      }
    },
    noteText(text) {
      if (storm.sampleMs() > 0) {
        samples.holdText(text);
      } else {
        texts.add(text);
      }
    },
    step(slice, firstNewId) {
      const due = samples.due();
      return (
        drainAttributes(attributes, slice, firstNewId) &&
        drainTexts(texts, slice, firstNewId) &&
        drainAttributes(due.attributes, slice) &&
        drainTexts(due.texts, slice)
      );
    },
    reset() {
      attributes.length = 0;
      texts.clear();
    },
  };
}

/**
 * Remembers pairs of numbers for the length of a pass, most of the time: each pair has one place,
 * and a newer pair takes it. A repeat that gets through costs a few words, a set of all pairs would
 * cost more than writing them.
 */
function createRepeats() {
  const firsts = new Uint32Array(PLACES);
  const seconds = new Uint32Array(PLACES);
  return {
    /** Whether the pair was here before; it is afterwards. */
    has(first: number, second: number): boolean {
      const place = (Math.imul(first, 31) + second) & (PLACES - 1);
      const isRepeat = firsts[place] === first && seconds[place] === second;
      firsts[place] = first;
      seconds[place] = second;
      return isRepeat;
    },
    clear() {
      firsts.fill(0);
    },
  };
}

/** A power of two; 2,048 places take 16 KB and hold the elements of a large animation. */
const PLACES = 2_048;
