import { Recorder } from "monitorme-recorder";

import { closedRoots } from "./nodes.ts";
import type { Random } from "./random.ts";

const SVG = "http://www.w3.org/2000/svg";
const TAGS = ["div", "p", "span", "section", "a", "button", "my-card", "table", "select", "option"];

/** A new element with up to a few descendants, some of them behind a shadow root. */
export function newSubtree(document: Document, random: Random, depth = 0): Element {
  const element = newElement(document, random);
  if (depth < 3 && element.localName !== "input") {
    for (let count = random.below(4); count > 0; count -= 1) {
      const child = random.chance(0.5)
        ? newSubtree(document, random, depth + 1)
        : newNode(document, random);
      element.append(child);
    }
  }
  if (/^(div|p|section)$/.test(element.localName) && random.chance(0.1)) {
    const root = attachRoot(element, random);
    root.append(newNode(document, random));
  }
  return element;
}

/**
 * Attaches a shadow root, perhaps a closed one, which nobody but this script has, nor the recorder if
 * it is not there yet.
 */
export function attachRoot(host: Element, random: Random): ShadowRoot {
  const isClosed = Recorder.sessionId !== null && random.chance(0.5);
  const root = host.attachShadow({ mode: isClosed ? "closed" : "open" });
  if (isClosed) closedRoots.set(host, root);
  return root;
}

/** What frames are sent to. */
export const SRCDOCS = [
  "<!doctype html><title>Help</title><p class=note>How may we help?</p>",
  "<p>No doctype</p><input value=given><div>two<b>!</b></div>",
];

/** A frame that is empty, or on its way to a document of its own. */
export function newFrame(document: Document, random: Random): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  if (random.chance(0.5)) frame.srcdoc = random.pick(SRCDOCS);
  return frame;
}

/** A text, a comment or an element without children. */
export function newNode(document: Document, random: Random): Node {
  if (random.chance(0.5)) return newText(document, random);
  if (random.chance(0.2)) return document.createComment(`comment ${random.below(9)}`);
  return newElement(document, random);
}

/** A text, sometimes an empty one. */
export function newText(document: Document, random: Random): Text {
  return document.createTextNode(random.pick(["", " ", "fish", "cat food ", "größer 😀", "\n\t"]));
}

function newElement(document: Document, random: Random): Element {
  if (random.chance(0.1)) {
    const shape = document.createElementNS(SVG, random.pick(["svg", "g", "linearGradient"]));
    shape.setAttribute("viewBox", "0 0 9 9");
    return shape;
  }
  if (random.chance(0.1)) {
    const input = document.createElement("input");
    if (random.chance(0.5)) input.type = "checkbox";
    else input.value = random.pick(["", "given"]);
    return input;
  }
  const element = document.createElement(random.pick(TAGS));
  if (random.chance(0.5)) element.className = random.pick(["card", "card wide", "note"]);
  return element;
}
