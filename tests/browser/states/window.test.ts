import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";

import { launchChromium } from "../../support/chromium.ts";
import { ofSource, ofTag, recordPage } from "./recording.ts";

const MOUSE_MOVE = 1;
const MOUSE_INTERACTION = 2;
const VIEWPORT_RESIZE = 4;
const TOUCH_MOVE = 6;
const DRAG = 12;
const SELECTION = 14;

const TOUCH_START = 7;
const TOUCH_END = 9;

const PHONE = { viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true };

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

test("what is selected is recorded, and where a caret is", async () => {
  const events = await recordPage(browser, "window.html", async (page) => {
    await page.evaluate(() => {
      const text = document.querySelector(".text")?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 4, text, 9);
    });
    await settle(page);
    await page.click("#editor");
    await page.keyboard.press("End");
    await settle(page);
    await page.evaluate(() => getSelection()?.removeAllRanges());
  });
  const ranges = ofSource(events, SELECTION).map(({ ranges }) => ranges);
  assert.deepEqual([ranges[0][0].startOffset, ranges[0][0].endOffset], [4, 9]);
  assert.equal(ranges[0][0].start, ranges[0][0].end);
  const caret = ranges.at(-2)[0];
  assert.deepEqual([caret.startOffset, caret.endOffset], ["Editor".length, "Editor".length]);
  assert.deepEqual(ranges.at(-1), []);
});

test("a mouse is recorded to where it goes", async () => {
  const events = await recordPage(browser, "window.html", async (page) => {
    await page.mouse.move(10, 10);
    await page.mouse.move(310, 60, { steps: 30 });
    await page.mouse.click(310, 60);
  });
  const positions = ofSource(events, MOUSE_MOVE).flatMap((move) => move.positions);
  const last = positions.at(-1);
  assert.deepEqual([last.x, last.y], [310, 60]);
});

test("what is dragged is recorded on its way", async () => {
  const events = await recordPage(browser, "window.html", (page) =>
    page.dragAndDrop("#card", "#box"),
  );
  const positions = ofSource(events, DRAG).flatMap((drag) => drag.positions);
  const last = positions.at(-1);
  assert.ok(last.x >= 300 && last.x <= 400 && last.y >= 20 && last.y <= 120, JSON.stringify(last));
});

test("a finger and a pen are told from a mouse", async () => {
  const events = await recordPage(
    browser,
    "window.html",
    async (page) => {
      const devtools = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: object[]) =>
        devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points as never });
      await touch("touchStart", [{ x: 50, y: 300 }]);
      for (let y = 290; y > 200; y -= 10) await touch("touchMove", [{ x: 50, y }]);
      await touch("touchEnd", []);
      for (const type of ["mousePressed", "mouseReleased"] as const) {
        await devtools.send("Input.dispatchMouseEvent", {
          type,
          x: 60,
          y: 20,
          button: "left",
          clickCount: 1,
          pointerType: "pen",
        });
      }
    },
    PHONE,
  );
  const actions = ofSource(events, MOUSE_INTERACTION);
  const types = actions.filter(({ pointerType }) => pointerType === 2).map(({ type }) => type);
  assert.deepEqual([types[0], types.at(-1)], [TOUCH_START, TOUCH_END]);
  assert.ok(
    actions.some(({ pointerType }) => pointerType === 1),
    "no action of a pen",
  );
  assert.ok(ofSource(events, TOUCH_MOVE).length > 0, "no movement of a finger");
});

test("resizing, zooming with two fingers and turning the device are recorded", async () => {
  const events = await recordPage(
    browser,
    "window.html",
    async (page) => {
      await page.setViewportSize({ width: 500, height: 700 });
      await page.waitForFunction(() => innerWidth === 500);
      await settle(page);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
      await page.waitForFunction(() => visualViewport?.scale === 2);
      await devtools.send("Emulation.setDeviceMetricsOverride", {
        width: 700,
        height: 500,
        deviceScaleFactor: 1,
        mobile: true,
        screenOrientation: { type: "landscapePrimary", angle: 90 },
      });
      await page.waitForFunction(() => screen.orientation.angle === 90);
    },
    PHONE,
  );
  const [size] = ofSource(events, VIEWPORT_RESIZE);
  assert.deepEqual([size.width, size.height], [500, 700]);
  assert.ok(
    ofTag(events, "visual viewport").some(({ scale }) => scale === 2),
    "no zoom",
  );
  assert.deepEqual(ofTag(events, "orientation"), [{ angle: 90 }]);
});

test("a window that loses the focus, or is hidden, says so", async () => {
  const events = await recordPage(browser, "window.html", async (page) => {
    await page.evaluate(() => {
      // Headless browsers have one window, which is always in front.
      for (const type of ["blur", "focus"]) window.dispatchEvent(new FocusEvent(type));
    });
  });
  assert.deepEqual(ofTag(events, "window focus"), [{ focused: false }, { focused: true }]);
});

/** Has what happened so far announced by the browser and taken in by the recorder. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  await page.evaluate(() => recordedPage.flush());
}

declare const recordedPage: import("../../support/visit/recorded-page.ts").RecordedPage;
