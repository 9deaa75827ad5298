/**
 * The rules that apply to a document and its shadow trees, as a text: those of `style` elements in
 * the head and of adopted sheets, each with the media it applies to. A disabled sheet applies to
 * `not all`, which is how a replay shows it. Closed shadow roots are found in
 * `globalThis.closedRoots`.
 */
export function sheetPicture(document: Document): string {
  const lines: string[] = [];
  const closedRoots: WeakMap<Element, ShadowRoot> | undefined = Reflect.get(
    globalThis,
    "closedRoots",
  );

  const write = (rules: CSSRuleList, media: string): void => {
    for (const rule of rules) {
      // A replay is a realm of its own, so types are told by what they have.
      if (rule.cssText.startsWith("@media")) {
        const { cssRules, conditionText } = rule as CSSMediaRule;
        write(cssRules, `${media} ${conditionText}`);
      } else {
        lines.push(`${media} | ${rule.cssText}`);
      }
    }
  };

  const writeSheet = (sheet: CSSStyleSheet): void => {
    write(
      sheet.cssRules,
      sheet.disabled ? " not all" : sheet.media.mediaText && ` ${sheet.media.mediaText}`,
    );
  };

  const visit = (root: Document | ShadowRoot): void => {
    lines.push("adopted:");
    root.adoptedStyleSheets.forEach(writeSheet);
    for (const element of root.querySelectorAll("*")) {
      const shadowRoot = element.shadowRoot ?? closedRoots?.get(element);
      if (shadowRoot) visit(shadowRoot);
    }
  };

  for (const style of document.head.querySelectorAll("style")) {
    lines.push("style:");
    if (style.sheet) writeSheet(style.sheet);
  }
  visit(document);
  return lines.join("\n");
}
