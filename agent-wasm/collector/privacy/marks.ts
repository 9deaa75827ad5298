import { type DomReads, getter, type Page } from "../document/dom-reads.ts";
import { DOCUMENT_NODE } from "../document/node-types.ts";
import {
  MARK_ALLOW,
  MARK_BLOCK,
  MARK_MASK,
  MARK_MASK_USER_INPUT,
  MARK_SECRET,
} from "../op-codes.ts";
import type { PrivacyConfig } from "./privacy-config.ts";

/**
 * What elements ask of privacy, by their attribute or by a selector of the page's author. The core
 * does the masking; here is decided what it cannot know: what is never read, and what selectors
 * match.
 */
export interface Marks {
  /** Decides on an element that is about to be written; says its mark, or 0. */
  decide(element: Element, tagName: string): number;
  /** Whether an element stands as an empty box, with nothing below it read. */
  isBlocked(node: Node): boolean;
  /** The box that a node is in or is itself. */
  boxOf(node: Node): Node | null;
  /** Whether nothing is recorded of what the visitor does with a control. */
  isIgnored(control: Element): boolean;
  /** Whether an attribute has changed so that an element and all below has to be read anew. */
  isOutdated(element: Element, attributeName: string): boolean;
}

export function createMarks(page: Page, reads: DomReads, config: PrivacyConfig): Marks {
  const { matches } = page.Element.prototype;
  const inputType = getter<string>(page.HTMLInputElement.prototype, "type");
  const { selectors } = config;
  const anySelector = Object.values(selectors).filter(Boolean).join();
  const projectMark = VALUES[config.level] ?? MARK_MASK;
  /** Names of attributes on which marks depend. */
  const watched = new Set([ATTRIBUTE, ...config.selectorAttributes]);
  /** What elements ask for themselves, where they ask for anything. */
  const marks = new WeakMap<Node, number>();
  const blocked = new WeakSet<Node>();
  /** Controls that were for passwords once: a button may show what was typed. */
  const passwords = new WeakSet<Element>();
  let hasMarks = false;

  const isSelected = (element: Element, selector: string) =>
    selector !== "" && matches.call(element, selector);

  function markBySelector(element: Element): number {
    if (!isSelected(element, anySelector)) {
      return 0;
    }
    const ignored = isSelected(element, selectors.ignore) ? IGNORED : 0;
    if (isSelected(element, selectors.block)) {
      return MARK_BLOCK;
    }
    if (isSelected(element, selectors.mask)) {
      return MARK_MASK | ignored;
    }
    if (isSelected(element, selectors.maskUserInput)) {
      return MARK_MASK_USER_INPUT | ignored;
    }
    return isSelected(element, selectors.unmask) ? MARK_ALLOW | ignored : ignored;
  }

  function ownMark(element: Element): number {
    const value = reads.attribute(element, ATTRIBUTE);
    // What nobody understands is masked.
    return value === null ? markBySelector(element) : (VALUES[value] ?? MARK_MASK);
  }

  /** What a node is in, across shadow roots and frames. */
  function around(node: Node): Node | null {
    const type = reads.nodeType(node);
    return type === DOCUMENT_NODE
      ? ((node as Document).defaultView?.frameElement ?? null)
      : reads.parentOrHost(node, type);
  }

  /** The first thing that is found for a node or for what it is in, from the inside out. */
  function nearest<T>(node: Node | null, find: (mark: number, node: Node) => T | undefined) {
    for (let at = node; at !== null; at = around(at)) {
      const found = find(marks.get(at) ?? 0, at);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  const levelAt = (element: Element) =>
    (hasMarks && nearest(element, (mark) => mark & LEVEL || undefined)) || projectMark;

  const isIgnored = (control: Element) =>
    hasMarks && nearest(control, (mark) => (mark & IGNORED) !== 0 || undefined) === true;

  function isSecret(element: Element, tagName: string): boolean {
    if (tagName === "INPUT" && inputType.call(element) === "password") {
      passwords.add(element);
    }
    return passwords.has(element) || isIgnored(element);
  }

  return {
    decide(element, tagName) {
      const own = ownMark(element);
      if (own !== 0) {
        marks.set(element, own);
        hasMarks = true;
      } else if (hasMarks) {
        marks.delete(element);
      }
      if (own === MARK_BLOCK || (MEDIA.has(tagName) && levelAt(element) === MARK_MASK)) {
        blocked.add(element);
        return MARK_BLOCK;
      }
      blocked.delete(element);
      const level = own & LEVEL;
      // The levels that mask say all that a secret says.
      const isMasked = level === MARK_MASK || level === MARK_MASK_USER_INPUT;
      return CONTROLS.has(tagName) && !isMasked && isSecret(element, tagName) ? MARK_SECRET : level;
    },
    isBlocked: (node) => blocked.has(node),
    boxOf: (node) => nearest(node, (_, at) => (blocked.has(at) ? at : undefined)) ?? null,
    isIgnored,
    isOutdated(element, attributeName) {
      if (attributeName === "contenteditable") {
        return true;
      }
      if (attributeName === "type" || attributeName === "autocomplete") {
        return CONTROLS.has(reads.tagName(element));
      }
      return watched.has(attributeName) && ownMark(element) !== (marks.get(element) ?? 0);
    },
  };
}

const ATTRIBUTE = "data-monitorme";

/** Beside the level of a mark: nothing is recorded of what the visitor does with controls. */
const IGNORED = 8;
/** The bits of a mark that say its level. */
const LEVEL = 3;

const VALUES: Readonly<Record<string, number>> = {
  mask: MARK_MASK,
  "mask-user-input": MARK_MASK_USER_INPUT,
  unmask: MARK_ALLOW,
  allow: MARK_ALLOW,
  block: MARK_BLOCK,
  ignore: IGNORED,
};

const CONTROLS = new Set(["INPUT", "TEXTAREA", "SELECT"]);

/** Tags whose content is a picture, a film, a sound or another page; `image` is the one of SVG. */
const MEDIA = new Set([
  "AUDIO",
  "CANVAS",
  "EMBED",
  "FRAME",
  "IFRAME",
  "image",
  "IMG",
  "OBJECT",
  "SOURCE",
  "VIDEO",
]);
