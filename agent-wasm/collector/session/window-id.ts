import { isId } from "./random-id.ts";
import type { KeyValueStorage } from "./storage.ts";

/** The id of one tab, which stays the same from page to page. */
export interface WindowId {
  readonly id: string;
  /** The page goes away: the next one in this tab may have the id. */
  putBack(): void;
}

/**
 * Takes the id of this tab out of the tab's storage, or makes one. Recorders of different projects
 * on one page have one each.
 *
 * While a page uses the id, the storage does not hold it. A tab that is duplicated, or opened by
 * this one, begins with a copy of the storage, and so gets an id of its own. A page that comes back
 * has its id, as the storage may not know yet that the page before has put it back.
 */
export function takeWindowId(
  storage: KeyValueStorage,
  project: string,
  newId: () => string,
  ownId: string | null = null,
): WindowId {
  const key = `monitorme.window ${project}`;
  const known = ownId ?? storage.getItem(key);
  const id = isId(known) ? known : newId();
  storage.removeItem(key);
  return { id, putBack: () => storage.setItem(key, id) };
}
