import { getter } from "../document/dom-reads.ts";
import { DOCUMENT_NODE } from "../document/node-types.ts";
import { ROOTS_PER_POST, SHEETS_PER_POST } from "../limits.ts";
import { ADOPTED_SHEETS } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Sheets } from "./sheets.ts";

type Root = Document | ShadowRoot;

/** The constructed sheets that documents and shadow roots have adopted. */
export interface AdoptedSheets {
  /** A script has reached for what a root has adopted, and may change it. */
  noteReached(root: Root): void;
  /** Has the document adopt a sheet that is not the page's, before all others. */
  adoptInDocument(id: number): void;
  /** Compares roots with what is known, some at a time. */
  compare(): void;
  forgetAll(): void;
}

export function createAdoptedSheets(
  { page, ids, roots, writer, begin }: Scope,
  sheets: Sheets,
): AdoptedSheets {
  // Read past the patches, so that what is read here does not count as reached for.
  const adoptedBy = (owner: { readonly prototype: object }) =>
    getter<CSSStyleSheet[]>(owner.prototype, "adoptedStyleSheets");
  const adoptedByDocument = adoptedBy(page.Document);
  const adoptedByShadowRoot = adoptedBy(page.ShadowRoot);
  /** What the core knows of the roots that have adopted something. */
  const known = new Map<Root, Known>();
  /** How many roots have adopted a sheet. */
  const users = new Map<CSSStyleSheet, number>();
  const reached = new Set<Root>();
  let rest = allRoots();
  let restOfSheets = users.keys();
  let ownSheet = 0;

  /** Roots that have left the document are among those that are known. */
  function* allRoots(): Iterator<Root> {
    yield* roots.all();
    for (const root of known.keys()) {
      if (ids.get(root) === 0) {
        yield root;
      }
    }
  }

  /** Documents and shadow roots have accessors of their own. */
  function listOf(root: Root): readonly CSSStyleSheet[] {
    return (root.nodeType === DOCUMENT_NODE ? adoptedByDocument : adoptedByShadowRoot).call(root);
  }

  function release(list: readonly CSSStyleSheet[]): void {
    for (const sheet of list) {
      const left = (users.get(sheet) ?? 1) - 1;
      if (left > 0) {
        users.set(sheet, left);
      } else {
        users.delete(sheet);
        sheets.forget(sheet);
      }
    }
  }

  /** Says whether all that can be known of these sheets is known to the core. */
  function define(list: readonly CSSStyleSheet[]): boolean {
    for (const sheet of list) {
      if (!sheets.isTracked(sheet)) {
        sheets.track(sheet, ids.reserve(), "", false);
      }
    }
    return !list.some(sheets.isPending);
  }

  function write(id: number, { own, list }: Known): void {
    begin(ADOPTED_SHEETS);
    writer.word(id);
    for (const sheet of [own, ...list.map(sheets.idOf)]) {
      if (sheet !== 0) {
        writer.word(sheet);
      }
    }
    writer.end();
  }

  function compare(root: Root): void {
    const id = ids.get(root);
    const list = id === 0 ? [] : [...listOf(root)];
    const own = id !== 0 && root === page.document ? ownSheet : 0;
    const last = known.get(root) ?? { id, own: 0, list: [] };
    if (id === last.id && own === last.own && isSame(list, last.list)) {
      return;
    }
    if (!define(list)) {
      // It is compared again when its sheets have been read.
      reached.add(root);
      return;
    }
    for (const sheet of list) {
      users.set(sheet, (users.get(sheet) ?? 0) + 1);
    }
    release(last.list);
    if (id === 0) {
      known.delete(root);
    } else {
      known.set(root, { id, own, list });
      write(id, { id, own, list });
    }
  }

  function compareSheets(): void {
    for (let count = 0; count < SHEETS_PER_POST; count++) {
      const next = restOfSheets.next();
      if (next.done) {
        restOfSheets = users.keys();
        return;
      }
      sheets.compare(next.value);
    }
  }

  function compareRoots(): void {
    const first = [...reached];
    reached.clear();
    first.forEach(compare);
    for (let count = 0; count < ROOTS_PER_POST; count++) {
      const next = rest.next();
      if (next.done) {
        rest = allRoots();
        return;
      }
      compare(next.value);
    }
  }

  return {
    noteReached(root) {
      reached.add(root);
    },
    adoptInDocument(id) {
      ownSheet = id;
      reached.add(page.document);
    },
    compare() {
      compareRoots();
      compareSheets();
    },
    forgetAll() {
      known.clear();
      users.clear();
      ownSheet = 0;
    },
  };
}

interface Known {
  readonly id: number;
  readonly own: number;
  readonly list: readonly CSSStyleSheet[];
}

function isSame(list: readonly CSSStyleSheet[], other: readonly CSSStyleSheet[]): boolean {
  return list.length === other.length && list.every((sheet, at) => sheet === other[at]);
}
