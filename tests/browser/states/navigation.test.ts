import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";

import { launchChromium } from "../../support/chromium.ts";
import { until } from "../../support/until.ts";
import type { StatesPage } from "./recorded-page.ts";
import { eventsOf, ofTag, type ReplayEvent, recordPage, servePage } from "./recording.ts";

declare const recordedPage: StatesPage;

const FULL_SNAPSHOT = 2;

let browser: Browser;

before(async () => {
  // Playwright switches off what keeps pages in memory.
  browser = await launchChromium({ without: ["--disable-back-forward-cache"] });
});

after(() => browser.close());

test("navigations by the history, the Navigation API and fragments are told apart", async () => {
  const events = await recordPage(browser, "window.html", async (page) => {
    await page.evaluate(() => history.pushState(null, "", "/pushed"));
    await page.evaluate(() => history.replaceState(null, "", "/replaced"));
    await page.click("a.fragment");
    await page.evaluate(() => {
      navigation.addEventListener("navigate", (event) => event.intercept(), { once: true });
      return navigation.navigate("/by-navigation-api").finished?.then(() => {});
    });
    await page.evaluate(() =>
      navigation.traverseTo(navigation.entries().at(-2)?.key ?? "").finished?.then(() => {}),
    );
    await page.evaluate(() =>
      navigation.traverseTo(navigation.entries().at(-3)?.key ?? "").finished?.then(() => {}),
    );
  });
  const navigations = ofTag(events, "navigation").map(({ how, href }) => [
    how,
    new URL(href).pathname + new URL(href).hash,
  ]);
  // The one of the load comes before the first snapshot, so the replay does not have it.
  assert.deepEqual(navigations, [
    ["Push", "/pushed"],
    ["Replace", "/replaced"],
    ["Hash", "/replaced#box"],
    ["Push", "/by-navigation-api"],
    ["Traverse", "/replaced#box"],
    ["Hash", "/replaced"],
  ]);
});

test("a page that the browser kept goes on in a view of its own, and nothing is doubled", async () => {
  const server = await servePage("window.html", ["/first", "/second"]);
  const page = await browser.newPage();
  try {
    const start = () =>
      page.evaluate(() => {
        addEventListener("pageshow", ({ persisted }) => Object.assign(globalThis, { persisted }));
        return recordedPage.start();
      });
    // A page that is loaded again has not started to listen.
    const untilBack = () =>
      until("the kept page is back", () => page.evaluate(() => "persisted" in globalThis));
    // The recorder of a page looks for what the page before left, and is done when it is gone.
    const settled = () =>
      until("there is one journal", () =>
        page.evaluate(async () => (await recordedPage.journalCount()) === 1),
      );
    const note = (name: string) =>
      page.evaluate((text) => {
        document.body.append(Object.assign(document.createElement("section"), { className: text }));
        return recordedPage.look().then(recordedPage.flush);
      }, name);
    await page.goto(`${server.url}/first`);
    await start();
    await note("before");
    await page.goto(`${server.url}/second`);
    await start();
    await note("between");
    await settled();
    await page.goBack({ waitUntil: "commit" });
    await untilBack();
    await note("after");
    await settled();
    await page.goForward({ waitUntil: "commit" });
    await untilBack();
    await note("forward");

    const events = eventsOf(server);
    assert.deepEqual(added(events), ["before", "between", "after", "forward"]);
    assert.equal(events.filter(({ type }) => type === FULL_SNAPSHOT).length, 4);
    assert.equal(ofTag(events, "custom event").length, 4);
    const addresses = ofTag(events, "navigation").map(({ href }) => new URL(href).pathname);
    assert.deepEqual(addresses, ["/second", "/first", "/second"]);
  } finally {
    await page.close();
    await server.close();
  }
});

/** The classes of sections that were added, in order. */
function added(events: readonly ReplayEvent[]): string[] {
  const mutations = events.filter(({ type, data }) => type === 3 && data.source === 0);
  return mutations
    .flatMap(({ data }) => data.adds)
    .map(({ node }) => node.attributes?.class)
    .filter(Boolean);
}
