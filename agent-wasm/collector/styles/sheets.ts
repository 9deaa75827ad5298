import { SHEET_REREAD_MS, SMALL_SHEET_RULES_MAX } from "../limits.ts";
import { RULE_EDITS, SHEET_MEDIA, STYLE_SHEET } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { beginSlice, type Slices, type Step } from "../slices.ts";
import { createRuleReader, type RuleReader, rulesOf } from "./rule-texts.ts";

/** The sheets that the core is told of: what it knows of each, and what has changed since. */
export interface Sheets {
  /**
   * Begins to follow a sheet. `media` is what the core takes for its media by itself; the rules of
   * one that is `inMarkup` are read only if a script changes them.
   */
  track(sheet: CSSStyleSheet, id: number, media: string, inMarkup: boolean): void;
  /** Says what the core took for the media of the sheet. */
  forget(sheet: CSSStyleSheet): string;
  forgetAll(): void;
  /** The number by which the core knows the rules of a sheet; 0 if it does not know them yet. */
  idOf(sheet: CSSStyleSheet): number;
  isTracked(sheet: CSSStyleSheet): boolean;
  /** Whether the rules of a sheet are still being read. */
  isPending(sheet: CSSStyleSheet): boolean;
  /** Writes what differs from what the core knows, as far as it is quickly told. */
  compare(sheet: CSSStyleSheet): void;
  /** The rules have been exchanged. */
  noteReplaced(sheet: CSSStyleSheet): void;
  /** A rule went in or out; `rule` is the text of one that went in. */
  noteEdit(sheet: CSSStyleSheet, index: number, rule: string | null): void;
  /** Rules of the sheet are others now, in the same places. */
  noteChanged(sheet: CSSStyleSheet, rules: ReadonlySet<CSSRule>): void;
  /** Writes what was noted, as far as it is quickly read. */
  writeEdits(): void;
  /** Reads on; says whether nothing is left to read. */
  readonly step: Step;
}

export function createSheets(scope: Scope, slices: Slices): Sheets {
  const { page, writer, begin } = scope;
  const tracked = new Map<CSSStyleSheet, Tracked>();
  /** Sheets that are to be read before the next post, if they are small. */
  const stale = new Set<CSSStyleSheet>();
  /** Sheets that are to be read in slices. */
  const waiting = new Set<CSSStyleSheet>();
  const edited = new Set<Tracked>();
  /** Sheets that a script changed before they were tracked, so that the markup does not tell them. */
  const changedEarly = new WeakSet<CSSStyleSheet>();
  let current: { sheet: CSSStyleSheet; reader: RuleReader } | null = null;

  function request(sheet: CSSStyleSheet): void {
    if (current?.sheet === sheet) {
      current = null;
    }
    waiting.add(sheet);
    slices.request();
  }

  /** Small sheets are read at once, others in slices. */
  function readSoon(sheet: CSSStyleSheet): void {
    const rules = rulesOf(sheet);
    const known = tracked.get(sheet);
    if (rules === null || known === undefined) {
      return;
    }
    if (rules.length > SMALL_SHEET_RULES_MAX) {
      request(sheet);
      return;
    }
    const reader = createRuleReader(rules);
    if (reader.step(beginSlice(page))) {
      write(known, rules, reader);
    } else {
      request(sheet);
    }
  }

  function write(known: Tracked, rules: CSSRuleList, { texts, isTooLong }: RuleReader): void {
    known.edits.length = 0;
    known.ruleCount = rules.length;
    known.readAtMs = page.performance.now();
    if (!isTooLong()) {
      known.isRead = true;
      begin(STYLE_SHEET);
      writer.word(known.id);
      writer.string(texts.join(RULE_END));
      writer.end();
    }
  }

  function compareMedia(sheet: CSSStyleSheet, known: Tracked): void {
    const media = sheet.disabled ? NO_MEDIA : sheet.media.mediaText;
    if (media !== known.media) {
      known.media = media;
      begin(SHEET_MEDIA);
      writer.word(known.id);
      writer.string(media);
      writer.end();
    }
  }

  function nextReading(): typeof current {
    for (const sheet of waiting) {
      waiting.delete(sheet);
      const rules = rulesOf(sheet);
      if (rules !== null && tracked.has(sheet)) {
        return { sheet, reader: createRuleReader(rules) };
      }
    }
    return null;
  }

  function writeEdits(known: Tracked): void {
    if (known.edits.length === 0) {
      return;
    }
    begin(RULE_EDITS);
    writer.word(known.id);
    for (const { index, removed, rule } of known.edits) {
      writer.word(index);
      writer.word(removed);
      writer.string(rule);
    }
    writer.end();
    known.edits.length = 0;
  }

  function noteEdit(sheet: CSSStyleSheet, edit: Edit): void {
    const known = tracked.get(sheet);
    if (known === undefined) {
      changedEarly.add(sheet);
      return;
    }
    known.ruleCount += edit.rule === null ? -edit.removed : 1 - edit.removed;
    if (current?.sheet === sheet) {
      request(sheet);
    } else if (!known.isRead) {
      stale.add(sheet);
    } else if (!stale.has(sheet) && !waiting.has(sheet)) {
      known.edits.push(edit);
      edited.add(known);
    }
    scope.requestPost();
  }

  return {
    track(sheet, id, media, inMarkup) {
      const ruleCount = rulesOf(sheet)?.length ?? 0;
      const readAtMs = Number.NEGATIVE_INFINITY;
      tracked.set(sheet, { id, media, ruleCount, readAtMs, isRead: false, edits: [] });
      if (!inMarkup || changedEarly.has(sheet)) {
        readSoon(sheet);
      }
    },
    forget(sheet) {
      const media = tracked.get(sheet)?.media ?? "";
      tracked.delete(sheet);
      return media;
    },
    forgetAll() {
      tracked.clear();
      stale.clear();
      waiting.clear();
      edited.clear();
      current = null;
    },
    idOf(sheet) {
      const known = tracked.get(sheet);
      return known?.isRead ? known.id : 0;
    },
    isTracked: (sheet) => tracked.has(sheet),
    isPending: (sheet) => stale.has(sheet) || waiting.has(sheet) || current?.sheet === sheet,
    compare(sheet) {
      const known = tracked.get(sheet);
      if (known === undefined) {
        return;
      }
      compareMedia(sheet, known);
      const isOther = (rulesOf(sheet)?.length ?? known.ruleCount) !== known.ruleCount;
      if (isOther && page.performance.now() - known.readAtMs >= SHEET_REREAD_MS) {
        readSoon(sheet);
      }
    },
    noteReplaced(sheet) {
      if (tracked.has(sheet)) {
        stale.add(sheet);
        scope.requestPost();
      }
    },
    noteEdit(sheet, index, rule) {
      noteEdit(sheet, { index, removed: rule === null ? 1 : 0, rule });
    },
    noteChanged(sheet, changed) {
      const rules = rulesOf(sheet);
      for (let index = 0; rules !== null && index < rules.length; index++) {
        const rule = rules[index] as CSSRule;
        if (changed.has(rule)) {
          noteEdit(sheet, { index, removed: 1, rule: rule.cssText });
        }
      }
    },
    writeEdits() {
      edited.forEach(writeEdits);
      edited.clear();
      stale.forEach(readSoon);
      stale.clear();
    },
    step(slice) {
      for (;;) {
        current ??= nextReading();
        if (current === null) {
          return true;
        }
        const { sheet, reader } = current;
        if (!reader.step(slice)) {
          return false;
        }
        current = null;
        const known = tracked.get(sheet);
        const rules = rulesOf(sheet);
        if (known !== undefined && rules !== null) {
          write(known, rules, reader);
        }
      }
    },
  };
}

/** What the core knows of a sheet, once `edits` have been written. */
interface Tracked {
  readonly id: number;
  media: string;
  ruleCount: number;
  readAtMs: number;
  /** Whether the core has the rules; else they are as the markup says, or being read. */
  isRead: boolean;
  readonly edits: Edit[];
}

interface Edit {
  readonly index: number;
  readonly removed: number;
  readonly rule: string | null;
}

/** Between two rules; no rule can hold it, as parsers of CSS replace it. */
const RULE_END = "\0";

/** A sheet that is disabled applies to nothing. */
export const NO_MEDIA = "not all";
