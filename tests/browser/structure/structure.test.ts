import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";

import { launchChromium } from "../../support/chromium.ts";
import { assertReplayed, recordPage, withReplay } from "./recorded.ts";
import type { StructureReplay } from "./replay.ts";

declare const structureReplay: StructureReplay;

/** The documents that the frames of `pages/frames.html` and `pages/placeholder.html` are sent to. */
const FRAMED = {
  "/inner.html": '<!doctype html><p>inner <a href="elsewhere">link</a></p>',
  "/other.html": "<!doctype html><h1>other</h1>",
};

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

for (const [what, name] of [
  ["frames with every kind of document, navigated, moved and removed", "frames.html"],
  ["closed shadow roots, attached and declared", "shadow-roots.html"],
  ["templates and what comes out of them", "templates.html"],
  ["custom elements once they are defined", "custom-elements.html"],
  ["elements of every namespace", "namespaces.html"],
  ["a document in quirks mode", "quirks.html"],
  ["a document with a public identifier", "doctype.html"],
  ["a document in XML", "document.xhtml"],
] as const) {
  test(`the replay shows ${what}`, async () => {
    await assertReplayed(browser, await recordPage(browser, name, FRAMED));
  });
}

test("a frame of another origin stands as a placeholder that names it and its size", async () => {
  const recorded = await recordPage(browser, "placeholder.html", FRAMED);
  const texts = await withReplay(browser, recorded, (page, events) =>
    page.evaluate((all) => structureReplay.frameTexts(JSON.parse(all)), events),
  );
  const origin = new URL(recorded.url.replace("localhost", "127.0.0.1")).origin;
  assert.deepEqual(texts, [
    `${origin} · 320 × 200 · not recorded`,
    "sandboxed frame · 111 × 55 · not recorded",
  ]);
});

test("what a visitor does in nested frames is recorded, at its place", async () => {
  const recorded = await recordPage(browser, "pointer.html", {}, async (page) => {
    const [, outer, inner] = page.frames();
    assert.ok(outer && inner);
    await inner.locator("input").pressSequentially("fish");
    await inner.locator("button").click();
  });
  const pointer = await withReplay(browser, recorded, (page, events) =>
    page.evaluate((all) => structureReplay.pointer(JSON.parse(all)), events),
  );
  // The frames, the button in the inner one, and half of it.
  assert.deepEqual(pointer, { x: 120 + 40 + 10 + 45, y: 80 + 30 + 10 + 20 });
  const events = JSON.stringify(recorded.events);
  assert.match(events, /"source":5,"id":\d+,"text":"fish"/);
});

test("stopping puts back what was patched, in the windows of frames too", async () => {
  const arePatched = (page: Page) =>
    page.evaluate(() => {
      const frame = document.querySelector("iframe")?.contentWindow as Window & typeof globalThis;
      const isOriginal = (method: unknown) => globalThis.originals?.has(method) === true;
      return [window, frame].map(
        ({ Element, HTMLElement }) =>
          !isOriginal(Element.prototype.attachShadow) &&
          !isOriginal(HTMLElement.prototype.attachInternals),
      );
    });
  const expect = (patched: boolean) => async (page: Page) =>
    assert.deepEqual(await arePatched(page), [patched, patched]);
  await recordPage(browser, "pointer.html", {}, expect(true), expect(false));
});
