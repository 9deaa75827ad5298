import type { BrowserContext } from "playwright-core";

/**
 * Makes `domPicture` known to every page of a context, those included whose policy forbids to
 * evaluate text.
 */
export async function withDomPicture(context: BrowserContext): Promise<void> {
  await context.addInitScript(`globalThis.domPicture = ${domPicture}`);
}

/**
 * A text that two documents share exactly if a visitor could not tell them apart by their DOM:
 * structure, attributes, texts, form values and scroll positions, shadow roots included.
 *
 * It is evaluated in the recorded page and in its replay, so it must be self-contained. What the
 * stock replayer must change is evened out on both sides:
 *
 * - scripts stand as `noscript` without their text, a `link` whose sheet was inlined stands as `style`,
 *   and a disabled sheet as one for no media;
 * - handlers (`on…`) and `srcdoc` are renamed, addresses are absolute;
 * - the values of form controls are compared as properties, masked as the recorder masks them: to
 *   stars, which controls for numbers, dates and colors do not take and so stand empty;
 * - texts below `data-monitorme="mask"` are masked likewise, character by character;
 * - half a surrogate pair, which UTF-8 cannot express, stands as U+FFFD;
 * - the replayer's own marks (`rr_…`, its classes, its style sheet in front of `head`).
 */
export function domPicture(document: Document, pageUrl: string): string {
  const addressAttributes = new Set([
    "src",
    "href",
    "xlink:href",
    "poster",
    "background",
    "action",
  ]);
  const authoredTypes = new Set(["button", "checkbox", "radio", "reset", "submit"]);
  const lines: string[] = [];

  const absolute = (value: string): string => {
    if (value.trim() === "" || value.trim().startsWith("#")) return value;
    try {
      return new URL(value.trim(), pageUrl).href;
    } catch {
      return value;
    }
  };

  const isSheet = (element: Element): boolean =>
    element.localName === "style" ||
    (element.localName === "link" && (element as HTMLLinkElement).rel === "stylesheet");

  const attributesOf = (element: Element): string => {
    const isControl = /^(input|textarea|select|option)$/.test(element.localName);
    const pairs: string[] = [];
    for (const name of element.getAttributeNames()) {
      let value = element.getAttribute(name) ?? "";
      if (isControl && /^(value|checked|selected|autocomplete)$/.test(name)) continue;
      if (name.startsWith("rr_") || name === "_cssText") continue;
      if (isSheet(element) && /^(rel|href|media)$/.test(name)) continue;
      if (/^_?on/i.test(name) || /^_?srcdoc$/.test(name)) continue;
      if (addressAttributes.has(name)) value = absolute(value);
      if (name === "class") value = value.replace(/(^| )(:hover|rrweb-paused)(?= |$)/g, "").trim();
      if (name === "class" && value === "") continue;
      pairs.push(`${name}=${JSON.stringify(value)}`);
    }
    return pairs.sort().join(" ");
  };

  const takesStars = (type: string): boolean =>
    !/^(number|range|date|datetime-local|month|time|week|color)$/.test(type);
  const masked = (value: string): string => (value === "" ? "" : "***");

  const stateOf = (element: Element): string => {
    const states: string[] = [];
    if (element.localName === "input") {
      const input = element as HTMLInputElement;
      if (/^(checkbox|radio)$/.test(input.type)) states.push(`checked=${input.checked}`);
      else if (!authoredTypes.has(input.type) && takesStars(input.type)) {
        states.push(`value=${masked(input.value)}`);
      }
    } else if (element.localName === "textarea") {
      states.push(`value=${masked((element as HTMLTextAreaElement).value)}`);
    } else if (element.localName === "option") {
      states.push(`selected=${(element as HTMLOptionElement).selected}`);
    }
    if (element !== document.documentElement && (element.scrollLeft || element.scrollTop)) {
      states.push(`scroll=${Math.round(element.scrollLeft)},${Math.round(element.scrollTop)}`);
    }
    return states.join(" ");
  };

  const textOf = (node: Node): string => {
    const text = (node.nodeValue ?? "").toWellFormed();
    const isMarked = node.parentElement?.closest('[data-monitorme="mask"]');
    return JSON.stringify(isMarked ? text.replace(/\S/gu, "*") : text);
  };

  const visitChildren = (node: Node, depth: number): void => {
    for (const child of node.childNodes) visit(child, depth);
  };

  const visit = (node: Node, depth: number): void => {
    const indent = " ".repeat(depth);
    if (node.nodeType === 1) {
      const element = node as Element;
      const isOfReplayer =
        element.localName === "style" && element.parentNode === document.documentElement;
      if (isOfReplayer) return;
      const tag = isSheet(element) ? "style" : element.localName.replace(/^script$/, "noscript");
      lines.push(`${indent}<${tag} ${attributesOf(element)}> ${stateOf(element)}`);
      if (isSheet(element) || /^(textarea|script|noscript)$/.test(element.localName)) return;
      if (element.shadowRoot) {
        lines.push(`${indent} #shadow`);
        visitChildren(element.shadowRoot, depth + 2);
      }
      visitChildren(element, depth + 1);
    } else if (node.nodeType === 3 || node.nodeType === 4) {
      lines.push(`${indent}${textOf(node)}`);
    } else if (node.nodeType === 8) {
      lines.push(`${indent}<!--${textOf(node)}-->`);
    } else if (node.nodeType === 10) {
      lines.push(`${indent}<!doctype ${node.nodeName}>`);
    }
  };

  visitChildren(document, 0);
  const view = document.defaultView;
  if (view) lines.push(`scroll=${Math.round(view.scrollX)},${Math.round(view.scrollY)}`);
  return lines.join("\n");
}
