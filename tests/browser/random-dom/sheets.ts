import type { Random } from "./random.ts";

/** Above this many rules a sheet is thinned. */
const RULES_MAX = 20;

/** Random changes of style sheets: of their rules, their media and who has adopted them. */
export class SheetChanges {
  readonly #document: Document;
  readonly #random: Random;
  /** Sheets that were adopted once, some of which may be adopted again. */
  readonly #constructed: CSSStyleSheet[] = [];

  constructor(document: Document, random: Random) {
    this.#document = document;
    this.#random = random;
  }

  /** Has a root adopt sheets, or no longer. */
  adopt(roots: readonly (Document | ShadowRoot)[]): void {
    const { adoptedStyleSheets } = this.#random.pick(roots);
    if (adoptedStyleSheets.length > 3 || this.#random.chance(0.3)) {
      adoptedStyleSheets.splice(this.#random.below(2), 1);
    } else {
      adoptedStyleSheets.push(this.#anySheet());
    }
  }

  /** Changes a rule, or which rules there are. */
  changeRules(): void {
    const sheet = this.#sheet();
    const { length } = sheet.cssRules;
    const index = this.#random.below(length + 1);
    if (length > RULES_MAX || (index < length && this.#random.chance(0.3))) {
      sheet.deleteRule(Math.min(index, length - 1));
      return;
    }
    const rule = sheet.cssRules[index];
    if (rule instanceof CSSMediaRule) {
      if (this.#random.chance(0.3)) rule.media.mediaText = this.#random.pick(["print", "screen"]);
      else rule.insertRule(this.#rule());
    } else if (rule instanceof CSSStyleRule && this.#random.chance(0.5)) {
      this.#changeRule(rule);
    } else {
      sheet.insertRule(
        this.#random.chance(0.2) ? `@media screen { ${this.#rule()} }` : this.#rule(),
        index,
      );
    }
  }

  /** Exchanges all rules of a constructed sheet, or changes what a sheet applies to. */
  changeSheet(): void {
    const sheet = this.#sheet();
    if (this.#constructed.includes(sheet) && this.#random.chance(0.5)) {
      sheet.replaceSync(`${this.#rule()} ${this.#rule()}`);
    } else {
      sheet.disabled = this.#random.chance(0.5);
    }
  }

  #changeRule(rule: CSSStyleRule): void {
    const color = `rgb(${this.#random.below(256)}, 0, 0)`;
    this.#random.pick([
      () => {
        rule.style.color = color;
      },
      () => rule.style.setProperty("background-color", color, "important"),
      () => rule.style.removeProperty("color"),
      () => {
        rule.selectorText = `.s${this.#random.below(9)}`;
      },
    ])();
  }

  #rule(): string {
    return `.r${this.#random.below(99)} { color: rgb(0, ${this.#random.below(256)}, 0); }`;
  }

  #anySheet(): CSSStyleSheet {
    if (this.#constructed.length > 0 && this.#random.chance(0.5)) {
      return this.#random.pick(this.#constructed);
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(this.#rule());
    this.#constructed.push(sheet);
    return sheet;
  }

  #sheet(): CSSStyleSheet {
    const styles = [...this.#document.head.querySelectorAll("style")];
    return this.#random.pick([
      ...this.#constructed,
      ...styles.flatMap(({ sheet }) => (sheet ? [sheet] : [])),
    ]);
  }
}
