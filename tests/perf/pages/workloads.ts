import type { Workload } from "../cases.ts";

/** Builds what a workload needs and gives the function that runs it. */
export function prepare(document: Document, workload: Workload): () => void {
  const place = document.createElement("section");
  document.body.append(place);
  return PREPARATIONS[workload](document, place);
}

type Preparation = (document: Document, place: Element) => () => void;

const PREPARATIONS: Record<Workload, Preparation> = {
  "create 1000 x 10": (document, place) => () => {
    for (let count = 0; count < 1_000; count += 1) place.append(newGroup(document));
  },
  "add, remove, add 1000 x 10": (document, place) => () => {
    const groups: Element[] = [];
    for (let count = 0; count < 1_000; count += 1) groups.push(newGroup(document));
    place.append(...groups);
    for (const group of groups) group.remove();
    place.append(...groups);
  },
  "1000 nested": (document, place) => () => {
    let parent = place;
    for (let count = 0; count < 1_000; count += 1) {
      const child = document.createElement("div");
      child.append(document.createTextNode(`level ${count}`));
      parent.append(child);
      parent = child;
    }
  },
  "create 100 x 257 nested": (document, place) => () => {
    for (let count = 0; count < 100; count += 1) {
      const root = document.createElement("div");
      let parent = root;
      for (let depth = 0; depth < 256; depth += 1) {
        parent = parent.appendChild(document.createElement("div"));
      }
      place.append(root);
    }
  },
  "add and move 10000": (document, place) => {
    const target = document.createElement("section");
    document.body.append(target);
    return () => {
      const lines = newLines(document, place, 10_000);
      for (const line of lines) target.append(line);
    };
  },
  "attributes of 10000": (document, place) => {
    const lines = newLines(document, place, 10_000);
    return () => {
      for (const line of lines) line.setAttribute("class", "changed");
    };
  },
  "10000 texts": (document, place) => {
    const lines = newLines(document, place, 1_000);
    return () => {
      for (let round = 0; round < 10; round += 1) {
        for (const [index, line] of lines.entries()) {
          if (line.firstChild) line.firstChild.nodeValue = `round ${round} of line ${index}`;
        }
      }
    };
  },
  "10000 style writes": (document, place) => {
    const lines = newLines(document, place, 1_000);
    return () => {
      for (let round = 0; round < 10; round += 1) {
        for (const line of lines) line.style.transform = `translateX(${round}px)`;
      }
    };
  },
  "adopt 10000 rules": (document) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(newRules().join("\n"));
    return () => document.adoptedStyleSheets.push(sheet);
  },
  "insert 10000 rules": (document) => {
    const style = document.createElement("style");
    document.head.append(style);
    const rules = newRules();
    return () => {
      for (const [index, rule] of rules.entries()) style.sheet?.insertRule(rule, index);
    };
  },
};

function newRules(): string[] {
  const rule = (_: unknown, at: number) =>
    `.rule-${at}:hover > .part-${at % 97} { padding: ${at % 13}px; color: rgb(${at % 255}, 7, 9); }`;
  return Array.from({ length: 10_000 }, rule);
}

function newGroup(document: Document): Element {
  const group = document.createElement("div");
  for (let count = 0; count < 9; count += 1) group.append(document.createElement("div"));
  return group;
}

/** Elements with a text each, below a place that is in the document. */
function newLines(document: Document, place: Element, count: number): HTMLElement[] {
  const lines = Array.from({ length: count }, (_, index) => {
    const line = document.createElement("div");
    line.textContent = `line ${index}`;
    return line;
  });
  place.append(...lines);
  return lines;
}
