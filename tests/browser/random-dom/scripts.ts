import { yieldToSlices } from "../../support/slicing.ts";
import { isElement, isFrame, isInput, isText, type Leaf, nodesWithin, rootOf } from "./nodes.ts";
import { type Random, seededRandom } from "./random.ts";
import { SheetChanges } from "./sheets.ts";
import { attachRoot, newFrame, newNode, newSubtree, newText, SRCDOCS } from "./subtrees.ts";

/** Above this many nodes the page is thinned, so that scripts stay comparable. */
const NODES_MAX = 250;
const STEPS_MAX = 24;

/**
 * Runs the script of a seed: random changes of the document, several of them in one task, others
 * across microtasks and tasks.
 */
export async function runScript(document: Document, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const script = new Script(document, random);
  const steps = 1 + random.below(STEPS_MAX);
  for (let step = 0; step < steps; step += 1) {
    script.step();
    if (random.chance(0.08)) await Promise.resolve();
    if (random.chance(0.05)) await new Promise((resolve) => setTimeout(resolve));
    if (random.chance(0.2)) await yieldToSlices(1 + random.below(4));
  }
  script.thin();
}

type Change = () => void;

class Script {
  readonly #document: Document;
  readonly #random: Random;
  /** Subtrees taken out, which may come back. */
  readonly #detached: Node[] = [];
  readonly #changes: Change[];
  readonly #sheets: SheetChanges;

  constructor(document: Document, random: Random) {
    this.#document = document;
    this.#random = random;
    this.#sheets = new SheetChanges(document, random);
    this.#changes = [
      () => this.#insert(),
      () => this.#insert(),
      () => this.#insertFragment(),
      () => this.#insertHtml(),
      () => this.#move(),
      () => this.#move(),
      () => this.#wrap(),
      () => this.#remove(),
      () => this.#takeOut(),
      () => this.#bringBack(),
      () => this.#changeDetached(),
      () => this.#reorder(),
      () => this.#replaceChildren(),
      () => this.#changeText(),
      () => this.#splitOrNormalize(),
      () => this.#changeAttribute(),
      () => this.#changeAttribute(),
      () => this.#removeAttribute(),
      () => this.#changeStyle(),
      () => this.#attachShadow(),
      () => this.#insertFrame(),
      () => this.#changeFrame(),
      () => this.#changeFormState(),
      () => this.#select(),
      () => this.#addAndRemove(),
      () => this.#sheets.adopt(this.#roots()),
      () => this.#sheets.changeRules(),
      () => this.#sheets.changeRules(),
      () => this.#sheets.changeSheet(),
    ];
  }

  step(): void {
    this.#random.pick(this.#changes)();
  }

  /** Removes children of the body until the page is small again. */
  thin(): void {
    while (this.#nodes().length > NODES_MAX) this.#document.body.lastChild?.remove();
  }

  #insert(): void {
    const parent = this.#parent();
    parent.insertBefore(newSubtree(this.#document, this.#random), this.#childOrNull(parent));
  }

  #insertFragment(): void {
    const fragment = this.#document.createDocumentFragment();
    for (let count = this.#random.below(4); count >= 0; count -= 1) {
      fragment.append(newNode(this.#document, this.#random));
    }
    const parent = this.#parent();
    parent.insertBefore(fragment, this.#childOrNull(parent));
  }

  #insertHtml(): void {
    const place = this.#random.pick(["afterbegin", "beforeend"] as const);
    const html = "<ul class=list><li>one</li><!--gap--><li>two<b>!</b></ul>tail";
    this.#element().insertAdjacentHTML(place, html);
  }

  #move(): void {
    const node = this.#movable();
    const parent = this.#parent();
    if (!node || node.contains(parent) || holds(node, parent)) return;
    parent.insertBefore(node, this.#childOrNull(parent, node));
  }

  #wrap(): void {
    const node = this.#movable();
    if (!node?.parentNode) return;
    const wrapper = this.#document.createElement("section");
    node.parentNode.insertBefore(wrapper, node);
    wrapper.append(newText(this.#document, this.#random), node);
  }

  #remove(): void {
    this.#movable()?.remove();
  }

  #takeOut(): void {
    const node = this.#movable();
    if (!node?.parentNode) return;
    node.parentNode.removeChild(node);
    this.#detached.push(node);
  }

  #bringBack(): void {
    const node = this.#detached.pop();
    const parent = this.#parent();
    if (node && !node.contains(parent) && !holds(node, parent)) {
      parent.insertBefore(node, this.#childOrNull(parent));
    }
  }

  #changeDetached(): void {
    const node = this.#detached.at(-1);
    if (node && isElement(node)) {
      node.append(newSubtree(this.#document, this.#random));
      node.setAttribute("data-changed", String(this.#random.below(9)));
      node.firstChild?.remove();
    }
  }

  #reorder(): void {
    const parent = this.#parent();
    const children = [...parent.childNodes];
    for (const child of children) {
      if (this.#random.chance(0.5)) parent.insertBefore(child, this.#childOrNull(parent, child));
    }
  }

  #replaceChildren(): void {
    const parent = this.#parent();
    const kept = [...parent.childNodes].filter(() => this.#random.chance(0.5));
    parent.replaceChildren(newNode(this.#document, this.#random), ...kept.reverse());
  }

  #changeText(): void {
    const texts = this.#nodes().filter((node) => !isElement(node)) as CharacterData[];
    if (texts.length > 0) this.#random.pick(texts).data = `text ${this.#random.below(99)} ß 😀`;
  }

  #splitOrNormalize(): void {
    const texts = this.#nodes().filter(isText);
    if (texts.length > 0 && this.#random.chance(0.7)) {
      const text = this.#random.pick(texts);
      text.splitText(this.#random.below(text.length + 1));
    } else {
      this.#element().normalize();
    }
  }

  #changeAttribute(): void {
    const name = this.#random.pick([
      "class",
      "title",
      "data-a",
      "hidden",
      "href",
      "aria-label",
      "id",
    ]);
    const value = this.#random.pick([
      "",
      "a",
      "b c",
      "/fish?x=1#y",
      "ü",
      String(this.#random.below(999)),
    ]);
    this.#element().setAttribute(name, value);
  }

  #removeAttribute(): void {
    const element = this.#element();
    const names = element.getAttributeNames();
    if (names.length > 0) element.removeAttribute(this.#random.pick(names));
  }

  #changeStyle(): void {
    const element = this.#element();
    (element as HTMLElement).style?.setProperty("margin-left", `${this.#random.below(20)}px`);
  }

  #attachShadow(): void {
    // Elements that came with the document of a frame are left out: what their window attaches is
    // seen only between the time the recorder has read the document and the time the frame goes.
    const hosts = this.#elements().filter(
      (element) => element instanceof Element && /^(div|p|section)$/.test(element.localName),
    );
    if (hosts.length === 0) return;
    const host = this.#random.pick(hosts);
    const root = rootOf(host) ?? attachRoot(host, this.#random);
    root.append(newSubtree(this.#document, this.#random));
  }

  #changeFormState(): void {
    const inputs = this.#elements().filter(isInput);
    if (inputs.length === 0) return;
    const input = this.#random.pick(inputs);
    if (input.type === "checkbox") input.checked = this.#random.chance(0.5);
    else input.value = this.#random.pick(["", "typed", "typed more"]);
  }

  /** Selects an option or takes its mark, wherever it is. */
  #select(): void {
    const options = this.#elements().filter((element) => element instanceof HTMLOptionElement);
    if (options.length > 0) this.#random.pick(options).selected = this.#random.chance(0.7);
  }

  /** Comes and goes, or goes and comes, within one task. */
  #addAndRemove(): void {
    const parent = this.#parent();
    const visitor = newSubtree(this.#document, this.#random);
    parent.appendChild(visitor);
    if (this.#random.chance(0.5)) visitor.remove();
    const node = this.#movable();
    const home = node?.parentNode;
    if (node && home) {
      const next = node.nextSibling;
      home.removeChild(node);
      home.insertBefore(node, next);
    }
  }

  /** A constructed sheet is adopted only within the document that it was made in. */
  #roots(): (Document | ShadowRoot)[] {
    const roots = this.#elements()
      .filter(({ ownerDocument }) => ownerDocument === this.#document)
      .flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
    return [this.#document, ...roots];
  }

  #insertFrame(): void {
    const parent = this.#parent();
    parent.insertBefore(newFrame(this.#document, this.#random), this.#childOrNull(parent));
  }

  /** Sends a frame to another document, or writes one into it. */
  #changeFrame(): void {
    // Of two documents on their way to one frame, nobody could tell which of them has come.
    const frames = this.#elements()
      .filter(isFrame)
      .filter((frame) => !frame.hasAttribute("srcdoc") && frame.contentDocument !== null);
    if (frames.length === 0) return;
    const frame = this.#random.pick(frames);
    if (this.#random.chance(0.5)) {
      frame.srcdoc = this.#random.pick(SRCDOCS);
    } else {
      frame.contentDocument?.open();
      frame.contentDocument?.write(this.#random.pick(SRCDOCS));
      frame.contentDocument?.close();
    }
  }

  /** Everything below the body, in shadow trees and frames too. */
  #nodes(): Leaf[] {
    return nodesWithin(this.#document.body);
  }

  #elements(): Element[] {
    return this.#nodes().filter(isElement);
  }

  #element(): Element {
    const elements = this.#elements().filter((element) => !isVoid(element));
    return elements.length > 0 ? this.#random.pick(elements) : this.#document.body;
  }

  /** An element or a shadow root that may get children. */
  #parent(): Element | ShadowRoot {
    const element = this.#random.chance(0.2) ? this.#document.body : this.#element();
    const root = rootOf(element);
    return root && this.#random.chance(0.5) ? root : element;
  }

  #movable(): Leaf | undefined {
    const nodes = this.#nodes();
    return nodes.length > 0 ? this.#random.pick(nodes) : undefined;
  }

  #childOrNull(parent: Node, except?: Node): ChildNode | null {
    const children = [...parent.childNodes].filter((child) => child !== except);
    return children.length > 0 && this.#random.chance(0.7) ? this.#random.pick(children) : null;
  }
}

/** Whether an element has no children, or none that anybody sees. */
function isVoid(element: Element): boolean {
  return /^(input|br|img|script|iframe|html|head)$/.test(element.localName);
}

/** Whether a node contains another one across shadow roots and frames, where `contains` ends. */
function holds(node: Node, other: Node): boolean {
  for (let up: Node | null = other; up; up = above(up)) {
    if (up === node) return true;
  }
  return false;
}

function above(node: Node): Node | null {
  const inner = node as Partial<ShadowRoot> & Partial<Document>;
  return node.parentNode ?? inner.host ?? inner.defaultView?.frameElement ?? null;
}
