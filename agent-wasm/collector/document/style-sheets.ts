import { SHEET_CHARACTERS_MAX, SHEET_REREAD_MS } from "../limits.ts";
import { STYLE_SHEET } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Slice, Slices } from "../slices.ts";
import type { ElementStates } from "./node-entries.ts";

type SheetOwner = HTMLLinkElement | HTMLStyleElement;

/**
 * The rules of sheets, for the sheets whose rules the markup does not hold: those of `link`
 * elements, and those that scripts insert into empty `style` elements.
 *
 * Rules are read in slices of their own, because the sheet of a large page takes longer than its
 * nodes. A sheet from another origin that does not allow reading is left to its address.
 */
export interface StyleSheets {
  /** Notes elements that may own a sheet, by tag name; they have no state of their own. */
  readonly states: Readonly<Record<string, ElementStates>>;
  /** Reads on; says whether nothing is left to read. */
  step(slice: Slice): boolean;
}

export function startStyleSheets(scope: Scope, slices: Slices): StyleSheets {
  const { page, ids, roots, writer, begin } = scope;
  const waiting = new Set<SheetOwner>();
  /** Empty `style` elements: how many rules were read, and when. */
  const scripted = new Map<HTMLStyleElement, { ruleCount: number; readAtMs: number }>();
  let current: Reading | null = null;

  function request(owner: SheetOwner): void {
    waiting.add(owner);
    slices.request();
  }

  function noteLink(link: Element): number {
    request(link as HTMLLinkElement);
    return 0;
  }

  function noteStyle(style: Element): number {
    if (isBlank(style.textContent)) {
      scripted.set(style as HTMLStyleElement, { ruleCount: 0, readAtMs: Number.NEGATIVE_INFINITY });
    }
    return 0;
  }

  /** Scripts insert rules without any event, so the counts are compared. */
  function findChanged(): void {
    const now = page.performance.now();
    for (const [style, known] of scripted) {
      const ruleCount = rulesOf(style)?.length ?? 0;
      if (ids.get(style) === 0) {
        scripted.delete(style);
      } else if (ruleCount !== known.ruleCount && now - known.readAtMs >= SHEET_REREAD_MS) {
        requestScripted(style, ruleCount, now);
      }
    }
  }

  function requestScripted(style: HTMLStyleElement, ruleCount: number, now: number): void {
    if (isBlank(style.textContent)) {
      scripted.set(style, { ruleCount, readAtMs: now });
      request(style);
    } else {
      // It has got text, which says what its rules are.
      scripted.delete(style);
    }
  }

  function nextReading(): Reading | null {
    for (const owner of waiting) {
      waiting.delete(owner);
      const rules = rulesOf(owner);
      if (rules !== null && ids.get(owner) !== 0) {
        return { owner, rules, index: 0, characters: 0, texts: [] };
      }
    }
    return null;
  }

  /** Says whether the sheet has been read to its end. */
  function readOn(reading: Reading, slice: Slice): boolean {
    const { rules, texts } = reading;
    while (reading.index < rules.length && reading.characters <= SHEET_CHARACTERS_MAX) {
      if (slice.isOver()) {
        return false;
      }
      const text = rules[reading.index++]?.cssText ?? "";
      reading.characters += text.length;
      texts.push(text);
    }
    return true;
  }

  function write({ owner, characters, texts }: Reading): void {
    const id = ids.get(owner);
    if (id !== 0 && characters <= SHEET_CHARACTERS_MAX) {
      begin(STYLE_SHEET);
      writer.word(id);
      writer.string(texts.join("\n"));
      writer.end();
    }
  }

  // Fired for the element when its sheet has been loaded, also when it was exchanged.
  roots.listen("load", ({ target }) => {
    if (scope.reads.tagName(target as Element) === "LINK") {
      request(target as HTMLLinkElement);
    }
  });
  scope.beforePost(findChanged);

  return {
    states: { LINK: noteLink, STYLE: noteStyle },
    step(slice) {
      for (;;) {
        current ??= nextReading();
        if (current === null) {
          return true;
        }
        if (!readOn(current, slice)) {
          return false;
        }
        write(current);
        current = null;
      }
    },
  };
}

interface Reading {
  readonly owner: SheetOwner;
  readonly rules: CSSRuleList;
  index: number;
  characters: number;
  readonly texts: string[];
}

/** The rules of a sheet, if it has any and its origin lets them be read. */
function rulesOf(owner: SheetOwner): CSSRuleList | null {
  try {
    return owner.sheet?.cssRules ?? null;
  } catch {
    return null;
  }
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
