import type { Page } from "../document/dom-reads.ts";
import { GROUP_RULES_MAX, WATCHED_RULES_MAX } from "../limits.ts";
import { patchAccessor, patchMethod, stopAll } from "../patch.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";
import type { Sheets } from "./sheets.ts";

/** What scripts do to rules, one by one. */
export interface RuleEdits {
  /** Compares the rules that scripts have reached for. */
  compare(): void;
  /** Notes what is done to the rules of a window. */
  startRealm(realm: Page): Stop;
}

/**
 * Insertions and removals are noted as they are made. The declarations of a rule can be changed in too
 * many ways to watch, and by the same methods as the styles of elements, which must stay fast: what is
 * watched is the way to them, and the rules that a script reached for are compared from then on.
 */
export function createRuleEdits({ guard, requestPost }: Scope, sheets: Sheets): RuleEdits {
  /** Rules that a script may be holding, with their text when it was last written. */
  const watched = new Map<CSSRule, string>();

  const noteEdit = guard.wrap(sheets.noteEdit);
  const noteReplaced = guard.wrap(sheets.noteReplaced);
  const noteReached = guard.wrap((rule: CSSRule) => {
    const text = watched.get(rule) ?? "";
    watched.delete(rule);
    watched.set(rule, text);
    if (watched.size > WATCHED_RULES_MAX) {
      watched.delete(watched.keys().next().value as CSSRule);
    }
    requestPost();
  });

  function compare(): void {
    const changed = new Map<CSSStyleSheet, Set<CSSRule>>();
    for (const [rule, last] of watched) {
      const sheet = rule.parentStyleSheet;
      const text = rule.cssText;
      if (sheet === null) {
        watched.delete(rule);
      } else if (text !== last) {
        watched.set(rule, text);
        const rules = changed.get(sheet) ?? new Set();
        changed.set(sheet, rules.add(outermost(rule)));
      }
    }
    for (const [sheet, rules] of changed) {
      if ([...rules].some(isLarge)) {
        sheets.noteReplaced(sheet);
      } else {
        sheets.noteChanged(sheet, rules);
      }
    }
  }

  function startRealm(realm: Page): Stop {
    const sheet = realm.CSSStyleSheet.prototype;
    const { then } = realm.Promise.prototype;
    const stops = [
      patchMethod(sheet, "insertRule", (target, values, call) => {
        const index = call(values) as number;
        const [rule] = values;
        const text =
          typeof rule === "string" ? rule : (target as CSSStyleSheet).cssRules[index]?.cssText;
        noteEdit(target as CSSStyleSheet, index, text ?? "");
        return index;
      }),
      patchMethod(sheet, "deleteRule", (target, values, call) => {
        call(values);
        noteEdit(target as CSSStyleSheet, Number(values[0]), null);
      }),
      patchMethod(sheet, "replaceSync", (target, values, call) => {
        call(values);
        noteReplaced(target as CSSStyleSheet);
      }),
      // The page gets the promise behind ours: it stays the one who has to handle a failure.
      patchMethod(sheet, "replace", (_target, values, call) =>
        Reflect.apply(then, call(values), [
          (replaced: CSSStyleSheet) => {
            noteReplaced(replaced);
            return replaced;
          },
        ]),
      ),
      ...each(realm, GROUPS, (prototype, method) =>
        patchMethod(prototype, method, (target, values, call) => {
          const result = call(values);
          noteReached(target as CSSRule);
          return result;
        }),
      ),
      ...each(realm, DOORS, (prototype, name) =>
        patchAccessor(prototype, name, (rule) => noteReached(rule as CSSRule)),
      ),
    ];
    return stopAll(stops);
  }

  return { compare, startRealm };
}

/** Not every browser has every type of rule. */
function each(
  realm: Page,
  namesOf: Readonly<Record<string, readonly string[]>>,
  patch: (prototype: Record<string, unknown>, name: string) => Stop,
): Stop[] {
  return Object.entries(namesOf).flatMap(([type, names]) => {
    const prototype: Record<string, unknown> = Reflect.get(realm, type)?.prototype ?? {};
    return names.map((name) => patch(prototype, name));
  });
}

/** Methods that change the rules inside of a rule. */
const GROUPS = {
  CSSGroupingRule: ["insertRule", "deleteRule"],
  CSSStyleRule: ["insertRule", "deleteRule"],
  CSSKeyframesRule: ["appendRule", "deleteRule"],
};

/** Accessors that lead to what a rule says, or change it. */
const DOORS = {
  CSSStyleRule: ["style", "styleMap", "selectorText"],
  CSSKeyframeRule: ["style", "keyText"],
  CSSFontFaceRule: ["style"],
  CSSPageRule: ["style", "selectorText"],
  CSSMediaRule: ["media"],
};

/** The rule of the sheet that a rule is in. */
function outermost(rule: CSSRule): CSSRule {
  return rule.parentRule === null ? rule : outermost(rule.parentRule);
}

/** Whether reading a rule as a whole would take long. */
function isLarge(rule: CSSRule): boolean {
  return (rule as CSSGroupingRule).cssRules?.length > GROUP_RULES_MAX;
}
