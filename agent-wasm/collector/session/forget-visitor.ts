import type { Page } from "../document/dom-reads.ts";
import { SESSION_KEY } from "./session.ts";
import { tolerantStorage } from "./storage.ts";
import { WINDOW_KEY } from "./window-id.ts";

/** Removes all that a recorder has stored in the visitor's browser, on this page or an earlier one. */
export function forgetVisitor(page: Page): void {
  tolerantStorage(() => page.localStorage).removeItem(SESSION_KEY);
  tolerantStorage(() => page.sessionStorage).removeItem(WINDOW_KEY);
}
