import type { ElementStates } from "../document/node-entries.ts";
import { SHEETS_PER_POST } from "../limits.ts";
import { SHEET_MEDIA } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { NO_MEDIA, type Sheets } from "./sheets.ts";

type SheetOwner = HTMLLinkElement | HTMLStyleElement;

/** The sheets of `link` and `style` elements. */
export interface OwnedSheets {
  /** Notes elements that may own a sheet, by tag name; they have no state of their own. */
  readonly states: Readonly<Record<string, ElementStates>>;
  /** Compares owners with what is known, some at a time. */
  compare(): void;
  forgetAll(): void;
}

/**
 * Sheets are loaded, exchanged and disabled without any mutation of the document, so they are
 * compared. The rules of a `style` element are those of its text until a script changes them; a
 * sheet from another origin that does not allow reading is left to its address.
 */
export function startOwnedSheets(scope: Scope, sheets: Sheets): OwnedSheets {
  const { page, ids, reads, roots, writer, begin } = scope;
  const owners = new Map<SheetOwner, Known>();
  const changed = new Set<SheetOwner>();
  let rest = owners.keys();

  function note(element: Element): number {
    const owner = element as SheetOwner;
    // The browser writes media queries in a form of its own.
    const media = owner.media && page.matchMedia(owner.media).media;
    owners.set(owner, { sheet: null, media });
    changed.add(owner);
    return 0;
  }

  function exchange(owner: SheetOwner, id: number, last: Known): void {
    const { sheet } = owner;
    let { media } = last;
    let wasRead = false;
    if (last.sheet !== null) {
      wasRead = sheets.idOf(last.sheet) !== 0;
      media = sheets.forget(last.sheet);
    }
    if (sheet !== null) {
      const hasText = reads.tagName(owner) === "STYLE" && owner.textContent?.trim() !== "";
      sheets.track(sheet, id, media, hasText && !wasRead);
    } else {
      media = NO_MEDIA;
      begin(SHEET_MEDIA);
      writer.word(id);
      writer.string(media);
      writer.end();
    }
    owners.set(owner, { sheet, media });
  }

  function compare(owner: SheetOwner): void {
    const last = owners.get(owner);
    const id = ids.get(owner);
    if (last === undefined) {
      return;
    }
    if (id === 0) {
      owners.delete(owner);
      if (last.sheet !== null) {
        sheets.forget(last.sheet);
      }
      return;
    }
    if (owner.sheet !== last.sheet) {
      exchange(owner, id, last);
    }
    if (owner.sheet !== null) {
      sheets.compare(owner.sheet);
    }
  }

  // Fired for the element when its sheet has been loaded, also when it was exchanged.
  roots.listen("load", ({ target }) => {
    if (reads.tagName(target as Element) === "LINK") {
      changed.add(target as HTMLLinkElement);
      scope.requestPost();
    }
  });

  return {
    states: { LINK: note, STYLE: note },
    compare() {
      changed.forEach(compare);
      changed.clear();
      for (let count = 0; count < SHEETS_PER_POST; count++) {
        const next = rest.next();
        if (next.done) {
          rest = owners.keys();
          return;
        }
        compare(next.value);
      }
    },
    forgetAll() {
      owners.clear();
      changed.clear();
    },
  };
}

/** What was found when an owner was compared last. */
interface Known {
  readonly sheet: CSSStyleSheet | null;
  /** What the core takes for the media of the owner while it has no sheet. */
  readonly media: string;
}
