import type { Page } from "playwright-core";

import { all, press, visitOf, wheel } from "./visits.ts";

/** Buttons in rows are left out: to find one by its name among thousands takes seconds. */
const click = (name: string) => (page: Page) =>
  page.locator("main > :not(table), .backdrop").getByRole("button", { name, exact: true }).click();
const follow = (name: string) => (page: Page) => page.locator("a", { hasText: name }).click();
const row = (page: Page, index: number) => page.locator("tbody tr").nth(index);
const has = (count: number) => (page: Page) =>
  page.locator("output", { hasText: `${count} articles` }).waitFor();

/** What a visitor does in each of the three applications that look alike. */
export const STOCK_VISIT = visitOf([
  all(click("Create"), has(2_000)),
  all(wheel("html", 1_500), (page) => row(page, 60).getByRole("checkbox").check()),
  click("Update"),
  click("Swap"),
  (page) => row(page, 3).getByRole("button", { name: "Remove" }).click(),
  click("Sort"),
  all(click("Append"), has(2_999)),
  all(click("Clear"), has(0)),
  follow("Order"),
  all(
    (page) => page.getByLabel("Customer").pressSequentially("Marge"),
    (page) => page.getByLabel("Pieces").fill("30"),
  ),
  all(
    (page) => page.getByLabel("Colors").selectOption(["red", "blue"]),
    (page) => page.getByLabel("courier").check(),
  ),
  (page) => page.getByLabel("It is a gift").check(),
  (page) => page.locator("button[type=submit]").click(),
  all(
    (page) => page.getByLabel("Pieces").fill("3"),
    (page) => page.getByLabel("Greeting").pressSequentially("Happy birthday,\nMaggie"),
  ),
  all(
    (page) => page.locator("button[type=submit]").click(),
    (page) => page.getByRole("status").waitFor(),
  ),
  click("Start again"),
  follow("Help"),
  follow("Returns"),
  click("Ask us"),
  (page) => page.getByLabel("Question").pressSequentially("May I?"),
  press("Escape"),
  click("Ask us"),
  all(
    (page) => page.getByLabel("Question").pressSequentially("And now?"),
    click("Send"),
    (page) => page.getByRole("status").waitFor(),
  ),
  (page) => page.goBack(),
  follow("Stock"),
]);
