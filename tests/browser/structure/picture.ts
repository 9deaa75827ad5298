import { domPicture } from "../../support/dom-picture.ts";

/**
 * A picture of the document, and of how the elements marked with `data-probe` are rendered: an
 * element that is not defined, slotted or styled as it was looks otherwise.
 */
export function structurePicture(document: Document, pageUrl: string): string {
  return [domPicture(document, pageUrl, "allow"), document.compatMode, ...probes(document)].join(
    "\n",
  );
}

/** Where the pages put what they keep to themselves. */
const closedRoots: WeakMap<Element, ShadowRoot> | undefined = Reflect.get(
  globalThis,
  "closedRoots",
);

function probes(root: Document | ShadowRoot): string[] {
  const lines: string[] = [];
  for (const element of root.querySelectorAll("*")) {
    const name = element.getAttribute("data-probe");
    if (name !== null) {
      const view = element.ownerDocument.defaultView ?? window;
      const { color, display } = view.getComputedStyle(element);
      const isRendered = element.getClientRects().length > 0;
      lines.push(`${name}: ${color} ${display} ${isRendered ? "rendered" : "not rendered"}`);
    }
    const inner =
      element.localName === "iframe"
        ? (element as HTMLIFrameElement).contentDocument
        : (element.shadowRoot ?? closedRoots?.get(element));
    if (inner) lines.push(...probes(inner));
  }
  return lines;
}
