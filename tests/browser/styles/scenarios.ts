/** A page with style sheets and what happens to them, step by step. */
export interface Scenario {
  /** What stands in the page's head and body. */
  readonly head?: string;
  readonly body: string;
  /** Style sheets by their paths. */
  readonly sheets?: Record<string, string>;
  readonly steps: readonly (() => void | Promise<void>)[];
}

const LOOK = '<p data-look="a" class="a">a</p><p data-look="b" class="b">b</p>';

const styleSheet = (index = 0): CSSStyleSheet => document.styleSheets[index] as CSSStyleSheet;
const styleRule = (index: number): CSSStyleRule => styleSheet().cssRules[index] as CSSStyleRule;

const framed = () =>
  document.querySelector("iframe") as HTMLIFrameElement & {
    contentDocument: Document;
    contentWindow: Window;
  };
const framedSheet = () => framed().contentDocument.styleSheets[0] as CSSStyleSheet;

/** Grows beyond what is sent inline, so that the sheet is archived. */
const FILLING = Array.from({ length: 200 }, (_, at) => `.filling-${at} { top: ${at}px }`).join(
  "\n",
);

export const SCENARIOS: Record<string, Scenario> = {
  "a linked sheet with imports, layers, containers and nesting": {
    head: '<link rel="stylesheet" href="/site.css">',
    body: `<div class="box">${LOOK}</div>`,
    sheets: {
      "/site.css": `@import "/imported.css" layer(base) screen;
        @layer base, page;
        @layer page { .a { color: rgb(1, 2, 3); & { z-index: 4; position: relative } } }
        .box { container-type: inline-size; --look: 3px }
        @container (min-width: 1px) { .b { border: var(--look) solid rgb(9, 8, 7) } }
        @property --wide { syntax: "<length>"; inherits: false; initial-value: 7px }
        .b { width: var(--wide) } ${FILLING}`,
      "/imported.css":
        ".a { color: red; font-size: 31px } .b { background: url(b.png) rgb(5, 6, 7) }",
    },
    steps: [],
  },

  "a style element with a long text": {
    head: `<style>.a { color: rgb(1, 1, 1) } ${FILLING}</style>`,
    body: LOOK,
    steps: [
      () => {
        (document.querySelector("style") as HTMLStyleElement).firstChild?.remove();
        document.querySelector("style")?.append(".b { color: rgb(2, 2, 2) }");
      },
    ],
  },

  "rules inserted and deleted": {
    head: "<style></style><style>.b { color: rgb(9, 9, 9) }</style>",
    body: LOOK,
    steps: [
      () => {
        for (let at = 0; at < 500; at += 1) styleSheet().insertRule(`.x${at} { top: 0 }`, at);
        styleSheet().insertRule(".a { color: rgb(1, 2, 3) }", 250);
        styleSheet().insertRule(".a { color: rgb(4, 5, 6); border: var(--line) }", 300);
      },
      () => styleSheet().deleteRule(300),
      () => {
        styleSheet(1).insertRule(".b { color: rgb(3, 3, 3) }", 1);
        styleSheet(1).deleteRule(0);
        styleSheet(1).insertRule("@media all { .a { font-size: 40px } }");
      },
      () => {
        const group = styleSheet(1).cssRules[0] as CSSMediaRule;
        group.insertRule(".b { font-size: 41px }");
        group.deleteRule(1);
      },
      async () => {
        styleSheet().addRule(".b", "z-index: 3; position: relative", 0);
        styleSheet(1).insertRule("@keyframes spin { to { rotate: 1turn } }");
        styleSheet(1).insertRule(".a { animation: spin 9s paused }");
        // What no method tells is found by reading again, at most once a second.
        await new Promise((resolve) => setTimeout(resolve, 1_100));
        document.body.append("changed");
      },
    ],
  },

  "declarations, selectors and media of rules": {
    head: "<style>.a { color: rgb(1, 1, 1) } .b { color: rgb(2, 2, 2) } @media print { .a { font-size: 50px } }</style>",
    body: LOOK,
    steps: [
      () => {
        styleRule(0).style.color = "rgb(3, 3, 3)";
      },
      () => styleRule(0).style.setProperty("border", "3px solid rgb(4, 4, 4)", "important"),
      () => {
        const kept = styleRule(1).style;
        kept.removeProperty("color");
        Object.assign(globalThis, { kept });
      },
      () => {
        // Nothing but the declarations are touched in this step.
        Reflect.get(globalThis, "kept").backgroundColor = "rgb(5, 5, 5)";
        document.body.append("changed");
      },
      () => {
        styleRule(0).selectorText = ".b";
      },
      () => {
        (styleSheet().cssRules[2] as CSSMediaRule).media.mediaText = "screen";
      },
    ],
  },

  "sheets that are disabled, alternate or for some media": {
    head: `<link rel="stylesheet" title="one" href="/one.css"><link rel="alternate stylesheet" title="two" href="/two.css">
      <style media="print">.b { color: rgb(1, 0, 0) }</style><style>.b { font-size: 33px }</style>`,
    body: LOOK,
    sheets: {
      "/one.css": `.a { color: rgb(1, 1, 1) } ${FILLING}`,
      "/two.css": ".a { color: rgb(2, 2, 2) }",
    },
    steps: [
      () => {
        for (const link of document.querySelectorAll("link")) {
          (link.sheet as CSSStyleSheet).disabled = link.title === "one";
        }
      },
      () => {
        (document.querySelectorAll("style")[0] as HTMLStyleElement).media = "screen";
      },
      () => {
        (document.querySelectorAll("style")[1] as HTMLStyleElement).disabled = true;
      },
      () => {
        (document.querySelectorAll("style")[1] as HTMLStyleElement).disabled = false;
        styleSheet(2).media.mediaText = "print and (min-width: 1px)";
      },
      () => {
        styleSheet(0).disabled = false;
      },
      () => {
        (document.querySelector("link") as HTMLLinkElement).media = "print";
      },
    ],
  },

  "constructed sheets": {
    body: `${LOOK}<div id="host"></div><div id="other"></div>`,
    steps: [
      () => {
        const shared = new CSSStyleSheet();
        shared.replaceSync(".a { color: rgb(1, 2, 3) } .b { color: rgb(4, 5, 6) }");
        document.adoptedStyleSheets = [shared];
        for (const id of ["host", "other"]) {
          const root = (document.getElementById(id) as Element).attachShadow({ mode: "open" });
          root.innerHTML = `<p data-look="${id}" class="a">in shadow</p>`;
          root.adoptedStyleSheets.push(shared);
        }
      },
      () => {
        const second = new CSSStyleSheet({ media: "screen" });
        second.replaceSync(".a { font-size: 44px } .b { font-size: 45px }");
        document.adoptedStyleSheets.push(second);
        const large = new CSSStyleSheet();
        large.replaceSync(
          `.a { z-index: 3; position: relative } ${Array.from({ length: 300 }, (_, at) => `.y${at} { top: ${at}px }`).join(" ")}`,
        );
        document.getElementById("host")?.shadowRoot?.adoptedStyleSheets.push(large);
      },
      () => {
        document.adoptedStyleSheets[0]?.insertRule(".b { color: rgb(7, 7, 7) !important }", 2);
        document.adoptedStyleSheets[0]?.deleteRule(0);
      },
      () => {
        const [first, second] = document.adoptedStyleSheets as [CSSStyleSheet, CSSStyleSheet];
        first.replaceSync(".a { background-color: rgb(8, 8, 8) }");
        second.disabled = true;
      },
      async () => {
        await document.adoptedStyleSheets[0]?.replace(".b { background-color: rgb(9, 9, 9) }");
        document.adoptedStyleSheets.splice(1, 1);
      },
      () => {
        document.getElementById("host")?.remove();
        document.adoptedStyleSheets = [];
        document.body.prepend(document.getElementById("other") as Element);
      },
    ],
  },

  "sheets of a frame": {
    body: `<iframe srcdoc='<style>.a { color: rgb(1, 1, 1) }</style><p data-look="framed" class="a">a</p>'></iframe>`,
    steps: [
      () => {
        const rule = framedSheet().cssRules[0] as CSSStyleRule;
        rule.style.color = "rgb(2, 2, 2)";
      },
      () => framedSheet().insertRule(".a { font-size: 40px }", 1),
      () => {
        const { contentDocument, contentWindow } = framed();
        const sheet: CSSStyleSheet = new (Reflect.get(contentWindow, "CSSStyleSheet"))();
        sheet.replaceSync(".a { background-color: rgb(3, 3, 3) }");
        contentDocument.adoptedStyleSheets.push(sheet);
      },
      () => {
        framed().contentDocument.adoptedStyleSheets[0]?.replaceSync(".a { width: 50px }");
      },
    ],
  },

  "fonts that scripts add": {
    head: "<style>p { font-size: 30px; display: inline-block } .a { font-family: Look, serif } .b { font-family: Bytes, serif }</style>",
    body: LOOK,
    sheets: {},
    steps: [
      async () => {
        const font = new FontFace("Look", 'local("DejaVu Sans Mono")', { weight: "400" });
        document.fonts.add(await font.load());
      },
      () => document.fonts.clear(),
    ],
  },
};
