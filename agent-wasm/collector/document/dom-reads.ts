import type { AttachedRoots } from "./attached-roots.ts";
import { DOCUMENT_FRAGMENT_NODE } from "./node-types.ts";

/** The globals of the page that is recorded. */
export type Page = Window & typeof globalThis;

/**
 * Reads of the DOM through the accessors of the prototypes, taken when recording starts.
 *
 * They cost the same as plain property reads, but see what is really there: a form with an input
 * named `parentNode` answers `form.parentNode` with that input, frameworks put a `value` of their
 * own on inputs, and pages redefine accessors. They also read the nodes of frames, whose prototypes
 * are others; so `nodeType` and `tagName` say what a node is, never `instanceof`.
 */
export interface DomReads {
  nodeType(node: Node): number;
  parentNode(node: Node): Node | null;
  previousSibling(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  firstChild(node: Node): Node | null;
  isConnected(node: Node): boolean;
  tagName(element: Element): string;
  namespace(element: Element): string | null;
  /** The shadow root of an element; a closed one if it was seen when it came to be. */
  shadowRoot(element: Element): ShadowRoot | null;
  attributeNames(element: Element): string[];
  attribute(element: Element, name: string): string | null;
  data(node: CharacterData): string;
  ownerDocument(node: Node): Document;
  /** The address of a document. */
  address(document: Document): string;
  /** The parent of a node of this type; the host of a shadow root. */
  parentOrHost(node: Node, type: number): Node | null;
  treeWalker(root: Node): TreeWalker;
}

/** Takes the accessors from the page's prototypes. */
export function captureDomReads(page: Page, attachedRoots: AttachedRoots): DomReads {
  const node = page.Node.prototype;
  const element = page.Element.prototype;
  const nodeType = getter<number>(node, "nodeType");
  const parentNode = getter<Node | null>(node, "parentNode");
  const previousSibling = getter<Node | null>(node, "previousSibling");
  const nextSibling = getter<Node | null>(node, "nextSibling");
  const firstChild = getter<Node | null>(node, "firstChild");
  const isConnected = getter<boolean>(node, "isConnected");
  const tagName = getter<string>(element, "tagName");
  const namespace = getter<string | null>(element, "namespaceURI");
  const shadowRoot = getter<ShadowRoot | null>(element, "shadowRoot");
  const data = getter<string>(page.CharacterData.prototype, "data");
  const ownerDocument = getter<Document>(node, "ownerDocument");
  const address = getter<string>(page.Document.prototype, "URL");
  const host = getter<Element>(page.ShadowRoot.prototype, "host");
  const { createTreeWalker } = page.Document.prototype;
  const { getAttributeNames, getAttribute, getAttributeNS } = element;
  return {
    nodeType: (of) => nodeType.call(of),
    parentNode: (of) => parentNode.call(of),
    previousSibling: (of) => previousSibling.call(of),
    nextSibling: (of) => nextSibling.call(of),
    firstChild: (of) => firstChild.call(of),
    isConnected: (of) => isConnected.call(of),
    tagName: (of) => tagName.call(of),
    namespace: (of) => namespace.call(of),
    shadowRoot: (of) => shadowRoot.call(of) ?? attachedRoots.closedOf(of),
    attributeNames: (of) => getAttributeNames.call(of),
    // `getAttribute` looks up the lower-case name on HTML elements, but scripts can set others.
    attribute: (of, name) => getAttribute.call(of, name) ?? getAttributeNS.call(of, null, name),
    data: (of) => data.call(of),
    ownerDocument: (of) => ownerDocument.call(of),
    address: (of) => address.call(of),
    parentOrHost: (of, type) =>
      type === DOCUMENT_FRAGMENT_NODE ? host.call(of) : parentNode.call(of),
    treeWalker: (root) => createTreeWalker.call(page.document, root),
  };
}

/** The getter of an accessor property; a prototype without it is not one we can record. */
export function getter<T>(prototype: object, name: string): (this: unknown) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) {
    throw new TypeError(`this browser has no accessor "${name}"`);
  }
  return get as (this: unknown) => T;
}
