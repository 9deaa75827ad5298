import { MUTATION_END } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice } from "../slices.ts";
import type { Changes } from "./changes.ts";
import type { Placement } from "./placement.ts";
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
  /** Records that have not been looked at. */
  const arrived: MutationRecord[] = [];

  function noteArrived(slice: Slice): boolean {
    let count = 0;
    let changeCount = 0;
    while (count < arrived.length && !slice.isOver()) {
      const record = arrived[count++] as MutationRecord;
      const { target } = record;
      // Where nothing is known nothing has changed: what is below blocked elements is never read, and
      // what comes into the document is read as it is by then.
      if (ids.get(target) === 0) {
        continue;
      }
      if (record.type === "childList") {
        placement.touch(record.addedNodes);
        placement.touch(record.removedNodes);
      } else if (
        record.type === "attributes" &&
        marks.isOutdated(target as Element, record.attributeName ?? "")
      ) {
        placement.renew(target);
      } else {
        changes.note(record);
        changeCount += 1;
      }
    }
    arrived.splice(0, count);
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
      for (const record of records) {
        arrived.push(record);
      }
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
      placement.reset();
      changes.reset();
    },
  };
}
