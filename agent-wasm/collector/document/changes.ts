import { ATTRIBUTE, TEXT } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { commentText } from "./node-entries.ts";

/** Writes attributes and texts that changed, with the values they have now. */
export interface Changes {
  /** Nodes from `firstNewId` on have just been written as they are and are left out. */
  writeAttributes(records: readonly MutationRecord[], firstNewId: number): void;
  writeTexts(records: readonly MutationRecord[], firstNewId: number): void;
}

export function createChanges({ reads, ids, writer, begin }: Scope): Changes {
  const repeats = createRepeats();
  return {
    writeAttributes(records, firstNewId) {
      repeats.clear();
      begin(ATTRIBUTE);
      for (const record of records) {
        const element = record.target as Element;
        const id = ids.get(element);
        if (id === 0 || id >= firstNewId) {
          continue;
        }
        const name = qualifiedName(record);
        const reference = writer.reference(name);
        if (!repeats.has(id, reference)) {
          writer.word(id);
          writer.word(reference);
          writer.string(reads.attribute(element, name));
        }
      }
      writer.endUnlessEmpty();
    },
    writeTexts(records, firstNewId) {
      repeats.clear();
      begin(TEXT);
      for (const { target } of records) {
        const id = ids.get(target);
        if (id !== 0 && id < firstNewId && !repeats.has(id, 0)) {
          writer.word(id);
          writer.string(commentText(reads, target, reads.nodeType(target)));
        }
      }
      writer.endUnlessEmpty();
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

const XLINK = "http://www.w3.org/1999/xlink";

/** The name as in markup, which a record does not give for names with a prefix. */
function qualifiedName({ attributeName, attributeNamespace, target }: MutationRecord): string {
  const name = attributeName ?? "";
  if (attributeNamespace === null) {
    return name;
  }
  const attribute = (target as Element).getAttributeNodeNS(attributeNamespace, name);
  // A removed attribute can no longer be asked; `xlink` is the one prefix that pages use.
  return attribute?.name ?? (attributeNamespace === XLINK ? `xlink:${name}` : name);
}
