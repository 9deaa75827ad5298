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
 * structure, attributes, texts, form values and scroll positions, shadow roots and frames included.
 * Closed shadow roots are found in `globalThis.closedRoots`, where pages under test put them.
 *
 * It is evaluated in the recorded page and in its replay, so it must be self-contained. What the
 * stock replayer must change is evened out on both sides:
 *
 * - frames come without their address and sandbox, and without what stands between their tags;
 * - documents in quirks mode get a doctype from the replayer;
 * - scripts stand as `noscript` without their text, a `link` whose sheet was inlined stands as `style`,
 *   and a disabled sheet as one for no media;
 * - handlers (`on…`) and `srcdoc` are renamed, addresses are absolute;
 * - the values of form controls are compared as properties;
 * - half a surrogate pair, which UTF-8 cannot express, stands as U+FFFD;
 * - the replayer's own marks (`rr_…`, its classes, its style sheet in front of `head`).
 *
 * So is what the recorder hides at its level:
 *
 * - values that are private, or all of them at level `mask-user-input`, stand as stars, which controls
 *   for numbers, dates and colors do not take and so stand empty;
 * - at level `mask-user-input`, too, choices, comments, `meta` contents, queries and fragments are
 *   left out, and texts below `data-monitorme="mask"` are masked word by word.
 */
export function domPicture(
  document: Document,
  pageUrl: string,
  level: "allow" | "mask-user-input",
): string {
  const isAllowed = level === "allow";
  const addressAttributes = new Set([
    "src",
    "href",
    "xlink:href",
    "poster",
    "background",
    "action",
  ]);
  const authoredTypes = new Set(["button", "checkbox", "radio", "reset", "submit"]);
  const QUIRKS = "-//W3C//DTD HTML 4.0 Transitional//EN";
  const lines: string[] = [];

  const absolute = (value: string, base: string): string => {
    if (value.trim() === "" || value.trim().startsWith("#")) return value;
    try {
      const { href } = new URL(value.trim(), base);
      return isAllowed ? href : href.replace(/[?#].*/, "");
    } catch {
      return value;
    }
  };

  const baseOf = (of: Document): string => (of === document ? pageUrl : of.baseURI);

  const closedRoots: WeakMap<Element, ShadowRoot> | undefined = Reflect.get(
    globalThis,
    "closedRoots",
  );
  const rootOf = (host: Element) => host.shadowRoot ?? closedRoots?.get(host);

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
      if (!isAllowed && name === "content") continue;
      if (element.localName === "iframe" && /^(src|sandbox)$/.test(name)) continue;
      if (addressAttributes.has(name)) value = absolute(value, baseOf(element.ownerDocument));
      if (name === "class") value = value.replace(/(^| )(:hover|rrweb-paused)(?= |$)/g, "").trim();
      if (name === "class" && value === "") continue;
      pairs.push(`${name}=${JSON.stringify(value)}`);
    }
    return pairs.sort().join(" ");
  };

  const takesStars = (type: string): boolean =>
    !/^(number|range|date|datetime-local|month|time|week|color)$/.test(type);
  const isPrivate = (type: string): boolean => /^(password|email|tel|hidden|file)$/.test(type);
  const shown = (value: string, type: string): string =>
    value === "" || (isAllowed && !isPrivate(type)) ? value : "***";

  const stateOf = (element: Element): string => {
    const states: string[] = [];
    if (element.localName === "input") {
      const input = element as HTMLInputElement;
      if (/^(checkbox|radio)$/.test(input.type)) {
        if (isAllowed) states.push(`checked=${input.checked}`);
      } else if (!authoredTypes.has(input.type) && (isAllowed || takesStars(input.type))) {
        states.push(`value=${shown(input.value, input.type)}`);
      }
    } else if (element.localName === "textarea") {
      states.push(`value=${shown((element as HTMLTextAreaElement).value, "")}`);
    } else if (element.localName === "option" && isAllowed) {
      states.push(`selected=${(element as HTMLOptionElement).selected}`);
    }
    const { documentElement } = element.ownerDocument;
    if (element !== documentElement && (element.scrollLeft || element.scrollTop)) {
      states.push(`scroll=${Math.round(element.scrollLeft)},${Math.round(element.scrollTop)}`);
    }
    return states.join(" ");
  };

  /** 3, 6, 12, … stars: as many as the word has characters or more. */
  const maskedWord = (word: string): string =>
    "*".repeat(3 * 2 ** Math.max(0, Math.ceil(Math.log2([...word].length / 3))));

  const textOf = (node: Node): string => {
    const text = (node.nodeValue ?? "").toWellFormed();
    const isMarked = node.parentElement?.closest('[data-monitorme="mask"]');
    return JSON.stringify(isMarked ? text.replace(/\S+/gu, maskedWord) : text);
  };

  const visitChildren = (node: Node, depth: number): void => {
    for (const child of node.childNodes) visit(child, depth);
  };

  const visit = (node: Node, depth: number): void => {
    const indent = " ".repeat(depth);
    if (node.nodeType === 1) {
      const element = node as Element;
      const isOfReplayer =
        element.localName === "style" &&
        element.parentNode === element.ownerDocument.documentElement;
      if (isOfReplayer) return;
      const tag = isSheet(element) ? "style" : element.localName.replace(/^script$/, "noscript");
      lines.push(`${indent}<${tag} ${attributesOf(element)}> ${stateOf(element)}`);
      if (isSheet(element) || /^(textarea|script|noscript)$/.test(element.localName)) return;
      if (element.localName === "iframe") {
        const content = (element as HTMLIFrameElement).contentDocument;
        lines.push(`${indent} #document`);
        if (content) visitDocument(content, depth + 2);
        return;
      }
      const root = rootOf(element);
      if (root) {
        lines.push(`${indent} #shadow`);
        visitChildren(root, depth + 2);
      }
      visitChildren(element, depth + 1);
    } else if (node.nodeType === 3 || node.nodeType === 4) {
      lines.push(`${indent}${textOf(node)}`);
    } else if (node.nodeType === 7) {
      const { target, data } = node as ProcessingInstruction;
      lines.push(`${indent}<!--${JSON.stringify(`?${target} ${data}?`)}-->`);
    } else if (node.nodeType === 8) {
      lines.push(`${indent}<!--${isAllowed ? textOf(node) : ""}-->`);
    } else if (node.nodeType === 10 && (node as DocumentType).publicId !== QUIRKS) {
      lines.push(`${indent}<!doctype ${node.nodeName}>`);
    }
  };

  const visitDocument = (of: Document, depth: number): void => {
    visitChildren(of, depth);
    const view = of.defaultView;
    if (view) lines.push(`scroll=${Math.round(view.scrollX)},${Math.round(view.scrollY)}`);
  };

  visitDocument(document, 0);
  return lines.join("\n");
}
