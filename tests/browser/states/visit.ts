import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import type { DecodedSession } from "../../support/session-events.ts";
import { compareWithReplay, type Visit } from "../../support/visit/visit.ts";

/** A visit of a file in `pages`. */
export interface StatesVisit extends Visit {
  readonly page: string;
}

/** Records a visit and compares it with its replay, after every step, forth and back. */
export async function comparePage(browser: Browser, visit: StatesVisit): Promise<DecodedSession> {
  const [html, recorder, player] = await Promise.all([
    readFile(new URL(`pages/${visit.page}`, import.meta.url), "utf8"),
    bundle("recorded-page.ts"),
    bundle("replayed-page.ts"),
  ]);
  const files = {
    "/": `${html}<script src="/recorder.js"></script>`,
    "/recorder.js": recorder,
  };
  const { session } = await compareWithReplay(browser, { files, player }, visit);
  return session;
}

function bundle(file: string): Promise<string> {
  return bundleForPage(fileURLToPath(new URL(file, import.meta.url)));
}
