// Nodes of the page and of its frames, whose classes are others: `instanceof` does not tell.

/** A node that scripts may take hold of. */
export type Leaf = Element | CharacterData;

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

export function isInput(element: Element): element is HTMLInputElement {
  return element.localName === "input";
}

export function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === "iframe";
}

/** The closed shadow roots that scripts attached, for the picture of the page. */
export const closedRoots = new WeakMap<Element, ShadowRoot>();

/** The shadow root of an element, a closed one included. */
export function rootOf(element: Element): ShadowRoot | undefined {
  return element.shadowRoot ?? closedRoots.get(element);
}

/** Everything below a node that scripts may take hold of, in shadow trees and frames too. */
export function nodesWithin(node: Node): Leaf[] {
  const all: Leaf[] = [];
  const visit = (parent: Node): void => {
    for (const child of parent.childNodes) {
      if (isElement(child)) {
        all.push(child);
        const body = isFrame(child) ? child.contentDocument?.body : undefined;
        for (const inner of [rootOf(child), body]) {
          if (inner) visit(inner);
        }
      } else if (child.nodeType === 3 || child.nodeType === 8) {
        all.push(child as CharacterData);
      }
      visit(child);
    }
  };
  visit(node);
  return all;
}
