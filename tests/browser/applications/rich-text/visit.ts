import type { Page } from "playwright-core";

import { all, press, visitOf } from "../visits.ts";

const click = (name: string) => (page: Page) => page.getByRole("button", { name }).click();
const type = (text: string) => (page: Page) => page.keyboard.type(text);

/** What another application has put on the clipboard. */
const CLIP = `<p>From a <b>letter</b>:</p><ol><li>one</li><li>two <a href="https://example.com/">there</a></li></ol>`;

function paste(html: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(async (text) => {
      const content = new Blob([text], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem({ "text/html": content })]);
    }, html);
    await page.keyboard.press("ControlOrMeta+v");
  };
}

/** Writes a letter: types, formats, pastes, takes back and does again. */
export const RICH_TEXT_VISIT = visitOf([
  all((page) => page.locator(".tiptap p").last().click(), press("End")),
  all(press("Enter"), type("It was expected on Tuesday.")),
  press("Shift+Home"),
  click("Bold"),
  all(press("End", "Enter"), click("Bold"), type("Plain again, with an emoji: 🐱")),
  all(press("Enter"), click("List"), type("first")),
  all(press("Enter"), type("second"), press("Enter", "Tab"), type("nested")),
  all(press("Enter", "Enter", "Enter"), type("## ")),
  type("A heading by its mark"),
  all(press("Enter"), paste(CLIP)),
  all(press("Enter", "Enter"), click("Quote"), type("Somebody said so")),
  all(press("Enter", "Enter"), click("Code"), type("let cats = 9;\nlet dogs = 1;")),
  click("Line"),
  press(...Array.from({ length: 8 }, () => "Backspace")),
  click("Undo"),
  press("ControlOrMeta+z", "ControlOrMeta+z", "ControlOrMeta+z"),
  click("Redo"),
  all(press("ControlOrMeta+a"), click("Bold")),
  all(press("ControlOrMeta+a", "Delete"), type("The end")),
]);
