import type { Page } from "../document/dom-reads.ts";
import { JOURNAL_REMOVAL_TRIES, JOURNAL_REMOVAL_WAIT_MS } from "../limits.ts";

/** The folder of all journals among the browser's private files of the site. */
export const JOURNALS_FOLDER = "monitorme";

/** Removes all that a recorder has stored in the visitor's browser, on this page or an earlier one. */
export function forgetVisitor(page: Page): void {
  removeItems(() => page.localStorage);
  removeItems(() => page.sessionStorage);
  removeJournals(page, JOURNAL_REMOVAL_TRIES);
}

/** All keys of recorders begin alike. */
function removeItems(open: () => Storage): void {
  try {
    const storage = open();
    const ours = Object.keys(storage).filter((key) => key.startsWith("monitorme."));
    for (const key of ours) {
      storage.removeItem(key);
    }
  } catch {
    // Where the page may not use its storage, nothing was stored.
  }
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
