import { MUTATION_END } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import type { Changes } from "./changes.ts";
import type { Placement } from "./placement.ts";
import { qualifiedName } from "./qualified-name.ts";
import type { Storm } from "./storm.ts";

/** Mutation records of the page, as ops. */
export interface Mutations {
  /** Takes records, in the order of the browser. */
  add(records: readonly MutationRecord[]): void;
  /** Writes what the records led to, and roots within elements; says whether nothing is left to write. */
  step(slice: Slice): boolean;
  /** Forgets the records. */
  reset(): void;
}

export function createMutations(
  scope: Scope,
  placement: Placement,
  changes: Changes,
  storm: Storm,
): Mutations {
  const { ids, marks, writer, begin } = scope;
  /** Records as the browser gave them; of the first row some have been looked at. */
  const arrived: (readonly MutationRecord[])[] = [];
  let position = 0;

  /** Says how many changes of attributes and texts it is. */
  function note(record: MutationRecord, target: Node): number {
    const { type } = record;
    if (type === "childList") {
      placement.touch(record.addedNodes);
      placement.touch(record.removedNodes);
      return 0;
    }
    if (type === "characterData") {
      changes.noteText(target);
      return 1;
    }
    const element = target as Element;
    const name = qualifiedName(record, element);
    if (marks.isOutdated(element, name)) {
      placement.renew(element);
      return 0;
    }
    changes.noteAttribute({ element, name });
    return 1;
  }

  function noteArrived(slice: Slice): boolean {
    let changeCount = 0;
    let records = arrived[0];
    while (records !== undefined && !slice.isOver()) {
      const record = records[position++];
      if (record === undefined) {
        position = 0;
        arrived.shift();
        records = arrived[0];
        continue;
      }
      const { target } = record;
      // Where nothing is known nothing has changed: what is below blocked elements is never read, and
      // what comes into the document is read as it is by then.
      if (ids.get(target) !== 0) {
        changeCount += note(record, target);
      }
    }
    storm.countChanges(changeCount);
    return arrived.length === 0;
  }

  /** All records have been looked at, so nodes written here are written as they will stay. */
  function write(slice: Slice): boolean {
    const firstNewId = ids.next();
    const isPlaced = placement.step(slice);
    storm.countNodes(ids.next() - firstNewId);
    return isPlaced && changes.step(slice, firstNewId);
  }

  return {
    add(records) {
      arrived.push(records);
    },
    step(slice) {
      if (!noteArrived(slice)) {
        return false;
      }
      const start = writer.position();
      const isDone = write(slice);
      if (writer.position() > start) {
        begin(MUTATION_END);
        writer.end();
        scope.requestPost();
      }
      return isDone;
    },
    reset() {
      arrived.length = 0;
      position = 0;
      placement.reset();
      changes.reset();
    },
  };
}
