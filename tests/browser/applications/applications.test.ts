import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import { compareWithReplay } from "../../support/visit/visit.ts";
import { buildApplication } from "./build.ts";
import { CHARTS_VISIT } from "./charts/visit.ts";
import { RICH_TEXT_VISIT } from "./rich-text/visit.ts";
import { STOCK_VISIT } from "./stock-visit.ts";
import { VIRTUAL_LIST_VISIT } from "./virtual-list/visit.ts";

let browser: Browser;
let player: string;

before(async () => {
  [browser, player] = await Promise.all([
    launchChromium(),
    bundleForPage(fileURLToPath(new URL("replay.ts", import.meta.url))),
  ]);
});

after(() => browser.close());

for (const [what, name, visit] of [
  ["a React application", "react", STOCK_VISIT],
  ["a Vue application", "vue", STOCK_VISIT],
  ["a Svelte application", "svelte", STOCK_VISIT],
  ["a virtualised list", "virtual-list", VIRTUAL_LIST_VISIT],
  ["a rich-text editor", "rich-text", RICH_TEXT_VISIT],
  ["a page with charts", "charts", CHARTS_VISIT],
] as const) {
  test(`the replay of ${what} shows what it showed, after every step`, async (context) => {
    const files = await buildApplication(name);
    const { session, pictures } = await compareWithReplay(browser, { files, player }, visit);
    assert.equal(session.windows.length, 1);
    const nodes = pictures.reduce((sum, picture) => sum + nodeCount(picture), 0);
    context.diagnostic(`${pictures.length} moments, ${nodes} nodes`);
  });
}

/** Nodes have a line each, which begins with a tag or with a text. */
function nodeCount(picture: string): number {
  return picture.match(/^ *[<"]/gm)?.length ?? 0;
}
