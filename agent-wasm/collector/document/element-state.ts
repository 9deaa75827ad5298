import { STATE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/**
 * Writes what an element has beside its markup, outside of its entry: `write` appends what belongs
 * to the key. Says whether the core knows the element; nothing is written of others.
 */
export function writeState(
  { ids, writer, begin }: Scope,
  element: Element,
  key: number,
  write: () => void,
): boolean {
  const id = ids.get(element);
  if (id !== 0) {
    begin(STATE);
    writer.word(id);
    writer.word(key);
    write();
    writer.end();
  }
  return id !== 0;
}
