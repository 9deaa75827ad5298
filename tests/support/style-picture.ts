/**
 * How elements look, as a text: two documents share it exactly if their styles lead to the same. Shadow
 * trees and frames are included.
 *
 * It is evaluated in the recorded page and in its replay, so it must be self-contained.
 */
export function stylePicture(document: Document, selector = "[data-look]"): string {
  const properties = [
    "color",
    "background-color",
    "border-top-color",
    "border-top-width",
    "display",
    "font-size",
    "font-family",
    "width",
    "z-index",
    "animation-name",
    "--look",
  ];
  const lines: string[] = [];

  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(selector)) {
        const style = document.defaultView?.getComputedStyle(element);
        const values = properties.map((name) => `${name}: ${style?.getPropertyValue(name)}`);
        lines.push(`${element.getAttribute("data-look") ?? element.tagName}: ${values.join("; ")}`);
      }
      if (element.shadowRoot) visit(element.shadowRoot);
      const { contentDocument } = element as HTMLIFrameElement;
      if (contentDocument) visit(contentDocument);
    }
  };

  visit(document);
  return lines.join("\n");
}
