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
  /**
   * Decides on an element that is about to be written; says its mark, or 0. `isMarked` says whether it
   * has the attribute `MARK_ATTRIBUTE`.
   */
  decide(element: Element, content: TagContent, isMarked: boolean): number;
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
  const watched = new Set([MARK_ATTRIBUTE, ...config.selectorAttributes]);
  /** What elements ask for themselves, where they ask for anything. */
  const marks = new WeakMap<Node, number>();
  const blocked = new WeakSet<Node>();
  /** Controls that were for passwords once: a button may show what was typed. */
  const passwords = new WeakSet<Element>();
  // Most pages have neither; then nothing is looked up for any of their elements.
  let hasMarks = false;
  let hasBlocked = false;

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

  function ownMark(element: Element, isMarked: boolean): number {
    const value = isMarked ? reads.attribute(element, MARK_ATTRIBUTE) : null;
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

  function isSecret(element: Element): boolean {
    if (reads.tagName(element) === "INPUT" && inputType.call(element) === "password") {
      passwords.add(element);
    }
    return passwords.has(element) || isIgnored(element);
  }

  function block(element: Element): number {
    blocked.add(element);
    hasBlocked = true;
    return MARK_BLOCK;
  }

  return {
    decide(element, content, isMarked) {
      const own = ownMark(element, isMarked);
      if (own !== 0) {
        marks.set(element, own);
        hasMarks = true;
      } else if (hasMarks) {
        marks.delete(element);
      }
      if (own === MARK_BLOCK || (content === "media" && levelAt(element) === MARK_MASK)) {
        return block(element);
      }
      if (hasBlocked) {
        blocked.delete(element);
      }
      const level = own & LEVEL;
      // The levels that mask say all that a secret says.
      const isMasked = level === MARK_MASK || level === MARK_MASK_USER_INPUT;
      return content === "input" && !isMasked && isSecret(element) ? MARK_SECRET : level;
    },
    isBlocked: (node) => hasBlocked && blocked.has(node),
    boxOf: (node) => nearest(node, (_, at) => (blocked.has(at) ? at : undefined)) ?? null,
    isIgnored,
    isOutdated(element, attributeName) {
      if (attributeName === "contenteditable") {
        return true;
      }
      if (attributeName === "type" || attributeName === "autocomplete") {
        return INPUTS.has(reads.tagName(element));
      }
      return watched.has(attributeName) && ownMark(element, true) !== (marks.get(element) ?? 0);
    },
  };
}

/** The attribute by which elements ask for privacy. */
export const MARK_ATTRIBUTE = "data-monitorme";

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

const INPUTS = new Set(["INPUT", "TEXTAREA", "SELECT"]);

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

/** What elements hold, as far as privacy depends on it. */
export type TagContent = "input" | "media" | "other";

export function contentOfTag(tagName: string): TagContent {
  return INPUTS.has(tagName) ? "input" : MEDIA.has(tagName) ? "media" : "other";
}
