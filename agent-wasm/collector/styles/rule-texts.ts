import { GROUP_RULES_MAX, SHEET_CHARACTERS_MAX } from "../limits.ts";
import type { Step } from "../slices.ts";

/** Reads the texts of a sheet's rules, one text per rule of the sheet, in steps. */
export interface RuleReader {
  /** What has been read so far. */
  readonly texts: readonly string[];
  /** Reads on; says whether there is nothing left to read. */
  readonly step: Step;
  /** Whether the sheet is longer than anybody should send. */
  isTooLong(): boolean;
}

/**
 * Imported sheets stand in place of their `@import`, and large groups are entered, so that no step
 * takes long because of one rule.
 */
export function createRuleReader(rules: CSSRuleList): RuleReader {
  const texts: string[] = [];
  /** The rule of the sheet that is being read, as far as it has been entered. */
  let parts: string[] = [];
  const frames: Frame[] = [{ rules, index: 0, closing: "", base: null }];
  let characters = 0;

  function leave(closing: string): void {
    frames.pop();
    parts.push(closing);
    if (frames.length === 1) {
      texts.push(parts.join(""));
      parts = [];
    }
  }

  function read(rule: CSSRule, base: string | null): void {
    const group = openGroup(rule);
    if (group !== null) {
      parts.push(group.opening);
      frames.push({ base, ...group, index: 0 });
      return;
    }
    const text = base === null ? rule.cssText : withAbsoluteAddresses(rule.cssText, base);
    characters += text.length;
    (frames.length === 1 ? texts : parts).push(text);
  }

  const isTooLong = () => characters > SHEET_CHARACTERS_MAX;

  return {
    texts,
    isTooLong,
    step(slice) {
      for (;;) {
        const frame = frames[frames.length - 1] as Frame;
        const rule = frame.rules[frame.index++];
        if (rule !== undefined) {
          read(rule, frame.base);
        } else if (frames.length > 1) {
          leave(frame.closing);
        } else {
          frame.index--;
          return true;
        }
        if (isTooLong()) {
          return true;
        }
        if (slice.isOver()) {
          return false;
        }
      }
    },
  };
}

interface Frame extends Group {
  index: number;
  readonly base: string | null;
}

interface Group {
  readonly rules: CSSRuleList;
  readonly closing: string;
}

interface OpenGroup extends Group {
  readonly opening: string;
  /** The address against which an imported sheet has its own resolved. */
  readonly base?: string | null;
}

/** The rules inside of a rule that is to be entered; `null` for one that is read as a whole. */
function openGroup(rule: CSSRule): OpenGroup | null {
  if (typeOf(rule) === "CSSImportRule") {
    return openImport(rule as CSSImportRule);
  }
  const { cssRules } = rule as CSSGroupingRule;
  if (cssRules === undefined || cssRules.length <= GROUP_RULES_MAX) {
    return null;
  }
  const keyword = GROUPS.find(([type]) => type === typeOf(rule))?.[1];
  const condition = (rule as CSSConditionRule).conditionText ?? (rule as CSSLayerBlockRule).name;
  return keyword === undefined
    ? null
    : { rules: cssRules, opening: `@${keyword} ${condition}{`, closing: "}" };
}

/** Rules in frames are of other realms, so `instanceof` would not know them. */
function typeOf(rule: CSSRule): string {
  return (rule as CSSRule & { readonly [Symbol.toStringTag]: string })[Symbol.toStringTag];
}

const GROUPS = [
  ["CSSMediaRule", "media"],
  ["CSSSupportsRule", "supports"],
  ["CSSContainerRule", "container"],
  ["CSSLayerBlockRule", "layer"],
] as const;

/** An imported sheet cannot be read if it comes from another origin that does not allow it. */
function openImport({
  styleSheet,
  media,
  layerName,
  supportsText,
}: CSSImportRule): OpenGroup | null {
  const rules = rulesOf(styleSheet);
  if (rules === null) {
    return null;
  }
  const openings = [
    `@media ${media.mediaText || "all"}{`,
    layerName === null ? "" : `@layer ${layerName}{`,
    supportsText ? `@supports (${supportsText}){` : "",
  ].filter(Boolean);
  return {
    rules,
    base: styleSheet?.href ?? null,
    opening: openings.join(""),
    closing: "}".repeat(openings.length),
  };
}

/** Browsers write addresses in rules with double quotes. */
function withAbsoluteAddresses(css: string, base: string): string {
  return css.replace(/url\("(?!#)([^"]*)"\)/g, (as, address) =>
    URL.canParse(address, base) ? `url("${new URL(address, base)}")` : as,
  );
}

/** The rules of a sheet, if it has any and its origin lets them be read. */
export function rulesOf(sheet: CSSStyleSheet | null): CSSRuleList | null {
  try {
    return sheet?.cssRules ?? null;
  } catch {
    return null;
  }
}
