import type { Page } from "playwright-core";

import { all, press, scroll, visitOf, wheel } from "../visits.ts";

const shows = (name: string) => (page: Page) =>
  page.locator(".article", { hasText: name }).first().waitFor();

/** Scrolls near and far, forth and back, by wheel, by script and by keys, and narrows the list. */
export const VIRTUAL_LIST_VISIT = visitOf([
  wheel(".shelf", 300),
  wheel(".shelf", 5_000),
  wheel(".shelf", 20_000),
  wheel(".shelf", -8_000),
  all((page) => page.getByRole("button", { name: "Middle" }).click(), shows(" 5001")),
  wheel(".shelf", 150),
  (page) => page.getByLabel("Find").pressSequentially("salmon l"),
  wheel(".shelf", -3_000),
  (page) => page.getByLabel("Find").fill(""),
  all((page) => page.locator(".article").nth(2).click(), scroll(".shelf", press("End"))),
  scroll(".shelf", press("Home")),
]);
