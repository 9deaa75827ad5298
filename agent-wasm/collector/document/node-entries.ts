import { ATTRIBUTES_PER_ELEMENT_MAX } from "../limits.ts";
import {
  KIND_CDATA,
  KIND_CLOSED_SHADOW_ROOT,
  KIND_COMMENT,
  KIND_DOCTYPE,
  KIND_DOCUMENT,
  KIND_HTML_ELEMENT,
  KIND_MATHML_ELEMENT,
  KIND_MOVED,
  KIND_OTHER_ELEMENT,
  KIND_SHADOW_ROOT,
  KIND_SVG_ELEMENT,
  KIND_TEMPLATE_CONTENT,
  KIND_TEXT,
  MARK_BLOCK,
  STATE_ADDRESS,
  STATE_PRIVACY,
  STATE_QUIRKS,
} from "../op-codes.ts";
import { contentOfTag, MARK_ATTRIBUTE, type TagContent } from "../privacy/marks.ts";
import type { Scope } from "../scope.ts";
import type { DomReads } from "./dom-reads.ts";
import { shadowMode } from "./inner-roots.ts";
import {
  CDATA_SECTION_NODE,
  COMMENT_NODE,
  DOCUMENT_NODE,
  DOCUMENT_TYPE_NODE,
  ELEMENT_NODE,
  PROCESSING_INSTRUCTION_NODE,
  TEXT_NODE,
} from "./node-types.ts";

/** Writes what one node is, without its children, into the INSERT op that is open. */
export interface NodeEntries {
  /** A node that the core does not know yet; `type` is its `nodeType`. */
  write(node: Node, type: number, id: number, parentId: number): void;
  /** A node that the core knows, with its whole subtree. */
  writeMoved(id: number, parentId: number): void;
}

/**
 * Notes that an element was found, writes what it has beside its markup as state entries and says
 * how many.
 */
export type ElementStates = (element: Element) => number;

/** Who is told of elements as they are read. */
export interface ElementListeners {
  /** What elements have beside their markup, keyed by `tagName`. */
  readonly states: Readonly<Record<string, ElementStates>>;
  /** The same of custom elements. */
  readonly customStates: ElementStates;
  /** An element stands as a box. */
  onBlocked(element: Element): void;
  /** An element may be shown as a popover. */
  onPopover(element: Element): void;
  /** An element has this style of its own; `styleKey` is mostly the same for elements that look alike. */
  onStyled(element: Element, styleKey: string, ownStyle: string): void;
}

/** What is known of elements by their tags. */
interface Tag {
  /** The name in lower case; empty if it is not of HTML. */
  readonly htmlName: string;
  readonly content: TagContent;
  readonly states: ElementStates | undefined;
}

export function createNodeEntries(
  { reads, marks, writer }: Scope,
  { states, customStates, onBlocked, onPopover, onStyled }: ElementListeners,
): NodeEntries {
  const { word, string } = writer;
  const statesByTag = new Map(Object.entries(states));
  const tags = new Map<string, Tag>();

  function writeElement(element: Element, id: number, parentId: number): void {
    const head = writer.position();
    word(0);
    word(id);
    word(parentId);
    const tagName = reads.tagName(element);
    const tag = tags.get(tagName) ?? rememberTag(tagName);
    const kind = tag.htmlName === "" ? writeNamespace(element) : KIND_HTML_ELEMENT;
    string(tag.htmlName || tagName);
    const names = reads.attributeNames(element);
    const attributeCount = writeAttributes(element, tagName, names);
    const mark = marks.decide(element, tag.content, names.includes(MARK_ATTRIBUTE));
    const stateCount = writeStates(element, tag, mark);
    writer.set(head, kind | (attributeCount << 8) | (stateCount << 24));
  }

  function writeStates(element: Element, tag: Tag, mark: number): number {
    if (mark === MARK_BLOCK) {
      onBlocked(element);
    }
    const count = mark === MARK_BLOCK ? 0 : (tag.states?.(element) ?? 0);
    if (mark === 0) {
      return count;
    }
    word(STATE_PRIVACY);
    word(mark);
    return count + 1;
  }

  /** Only HTML elements have upper-case tag names, which saves reading the namespace of each. */
  function rememberTag(tagName: string): Tag {
    const htmlName = tagName === tagName.toUpperCase() ? tagName.toLowerCase() : "";
    const isCustom = htmlName.includes("-");
    const tag = {
      htmlName,
      content: contentOfTag(tagName),
      states: isCustom ? customStates : statesByTag.get(tagName),
    };
    tags.set(tagName, tag);
    return tag;
  }

  /** Writes a namespace only if its kind does not tell it, and says the kind. */
  function writeNamespace(element: Element): number {
    const namespace = reads.namespace(element);
    const kind = KINDS.get(namespace);
    if (kind === undefined) {
      string(namespace ?? "");
      return KIND_OTHER_ELEMENT;
    }
    return kind;
  }

  function writeAttributes(element: Element, tagName: string, names: readonly string[]): number {
    let styleKey = tagName;
    let ownStyle = "";
    const count = Math.min(names.length, ATTRIBUTES_PER_ELEMENT_MAX);
    for (let index = 0; index < count; index++) {
      const name = names[index] as string;
      const value = reads.attribute(element, name) ?? "";
      string(name);
      string(value);
      if (name === "class") {
        styleKey = value;
      } else if (name === "style") {
        ownStyle = value;
      } else if (name === "popover") {
        onPopover(element);
      }
    }
    onStyled(element, styleKey, ownStyle);
    return count;
  }

  function writeLeaf(kind: number, id: number, parentId: number, stateCount = 0): void {
    word(kind | (stateCount << 24));
    word(id);
    word(parentId);
  }

  return {
    write(node, type, id, parentId) {
      switch (type) {
        case ELEMENT_NODE:
          writeElement(node as Element, id, parentId);
          break;
        case TEXT_NODE:
          writeLeaf(KIND_TEXT, id, parentId);
          string(reads.data(node as Text));
          break;
        case DOCUMENT_NODE:
          writeLeaf(KIND_DOCUMENT, id, parentId, parentId === 0 ? 1 : 2);
          word(STATE_QUIRKS);
          word((node as Document).compatMode === "BackCompat" ? 1 : 0);
          if (parentId !== 0) {
            word(STATE_ADDRESS);
            string(reads.address(node as Document));
          }
          break;
        case DOCUMENT_TYPE_NODE: {
          const doctype = node as DocumentType;
          writeLeaf(KIND_DOCTYPE, id, parentId);
          string(doctype.name);
          string(doctype.publicId);
          string(doctype.systemId);
          break;
        }
        case COMMENT_NODE:
        case PROCESSING_INSTRUCTION_NODE:
          writeLeaf(KIND_COMMENT, id, parentId);
          string(commentText(reads, node, type));
          break;
        case CDATA_SECTION_NODE:
          writeLeaf(KIND_CDATA, id, parentId);
          string(reads.data(node as CDATASection));
          break;
        default:
          writeLeaf(fragmentKind(node), id, parentId);
      }
    },
    writeMoved(id, parentId) {
      writeLeaf(KIND_MOVED, id, parentId);
    },
  };
}

/**
 * The text of a comment. Processing instructions pass for comments, as they do for parsers of HTML.
 */
export function commentText(reads: DomReads, node: Node, type: number): string {
  const text = reads.data(node as CharacterData);
  return type === PROCESSING_INSTRUCTION_NODE
    ? `?${(node as ProcessingInstruction).target} ${text}?`
    : text;
}

const KINDS: ReadonlyMap<string | null, number> = new Map([
  ["http://www.w3.org/1999/xhtml", KIND_HTML_ELEMENT],
  ["http://www.w3.org/2000/svg", KIND_SVG_ELEMENT],
  ["http://www.w3.org/1998/Math/MathML", KIND_MATHML_ELEMENT],
]);

function fragmentKind(fragment: Node): number {
  const mode = shadowMode(fragment);
  if (mode === undefined) {
    return KIND_TEMPLATE_CONTENT;
  }
  return mode === "open" ? KIND_SHADOW_ROOT : KIND_CLOSED_SHADOW_ROOT;
}
