import type { Page } from "playwright-core";

import { untilCanvasesAreSeen } from "../../../support/visit/canvases-seen.ts";
import { all, visitOf } from "../visits.ts";

const click = (name: string) => (page: Page) =>
  page.getByRole("button", { name, exact: true }).click();
const nextYear = all(click("Next year"), untilCanvasesAreSeen(1));
const hover = (x: number, y: number) => (page: Page) =>
  page.locator(".vector").hover({ position: { x, y } });

/** Looks at the charts of several years, points at bars and slices, and hides a series. */
export const CHARTS_VISIT = visitOf([
  nextYear,
  hover(150, 150),
  hover(350, 200),
  click("Lines"),
  (page) => page.locator(".vector text", { hasText: "Returns" }).click(),
  nextYear,
  click("Pie"),
  hover(250, 120),
  click("Bars"),
]);
