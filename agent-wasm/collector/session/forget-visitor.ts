import type { Page } from "../document/dom-reads.ts";
import { JOURNAL_REMOVAL_TRIES, JOURNAL_REMOVAL_WAIT_MS } from "../limits.ts";
import { SESSION_KEY } from "./session.ts";
import { tolerantStorage } from "./storage.ts";
import { WINDOW_KEY } from "./window-id.ts";

/** The folder of all journals among the browser's private files of the site. */
export const JOURNALS_FOLDER = "monitorme";

/** Removes all that a recorder has stored in the visitor's browser, on this page or an earlier one. */
export function forgetVisitor(page: Page): void {
  tolerantStorage(() => page.localStorage).removeItem(SESSION_KEY);
  tolerantStorage(() => page.sessionStorage).removeItem(WINDOW_KEY);
  removeJournals(page, JOURNAL_REMOVAL_TRIES);
}

/** A worker that has been ended holds its journal for another moment. */
async function removeJournals(page: Page, tries: number): Promise<void> {
  try {
    const root = await page.navigator.storage.getDirectory();
    await root.removeEntry(JOURNALS_FOLDER, { recursive: true });
  } catch (reason) {
    const isHeld = reason instanceof page.DOMException && reason.name !== "NotFoundError";
    if (isHeld && tries > 1) {
      page.setTimeout(() => removeJournals(page, tries - 1), JOURNAL_REMOVAL_WAIT_MS);
    }
  }
}
