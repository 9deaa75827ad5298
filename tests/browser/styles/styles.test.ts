import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import {
  type PageServer,
  receivedBatches,
  receivedSheets,
  startPageServer,
} from "../../support/page-server.ts";
import { decodeBatches } from "../../support/session-events.ts";
import { until } from "../../support/until.ts";
import type { StylesPage } from "./page.ts";
import type { StylesReplay } from "./replay.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";

declare const stylesPage: StylesPage;
declare const stylesReplay: StylesReplay;

let browser: Browser;
let recordedCode: string;
let replayCode: string;

before(async () => {
  browser = await launchChromium();
  [recordedCode, replayCode] = await Promise.all([bundle("page.ts"), bundle("replay.ts")]);
});

after(() => browser.close());

for (const [name, scenario] of Object.entries(SCENARIOS)) {
  test(`the replay looks like the page: ${name}`, async () => {
    const files = { "/": pageOf(scenario), "/page.js": recordedCode, "/replay.js": replayCode };
    const server = await startPageServer({
      ...files,
      "/replay": '<!doctype html><body><script src="/replay.js"></script>',
      ...scenario.sheets,
    });
    const page = await browser.newPage();
    try {
      await page.goto(server.url);
      const recorded = await page.evaluate((which) => stylesPage.run(which), name);
      assert.equal(recorded.length, scenario.steps.length + 1);
      const stale = recorded.findIndex((picture, step) => picture === recorded[step - 1]);
      assert.equal(stale, -1, `step ${stale} changes nothing that can be seen`);

      const { windows } = decodeBatches(receivedBatches(server), receivedSheets(server));
      const events = JSON.stringify(windows[0]?.events);
      // The sheets are the recording's, not the server's.
      await refuseSheets(page);
      await page.goto(`${server.url}/replay`);
      const replayed = await page.evaluate((all) => stylesReplay.replay(JSON.parse(all)), events);
      for (const [step, picture] of recorded.entries()) {
        assert.equal(replayed[step], picture, `the replay differs after step ${step}`);
      }
    } finally {
      await page.close();
      await server.close();
    }
  });
}

const WAYS_TO_LEAVE = {
  "hidden, with its batch closed": async (page: Page) => {
    await page.evaluate(() => {
      stylesPage.flush();
      Object.defineProperty(document, "visibilityState", { value: "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    });
  },
  "ended, with its batch open": (page: Page) => page.goto("about:blank"),
};

for (const [left, leave] of Object.entries(WAYS_TO_LEAVE)) {
  test(`a page that is ${left}, sends the rules before the archive has answered`, async () => {
    const never = new Promise<number>(() => {});
    await withLargeSheet({ "/v1/sheets/missing": never }, async (page, server) => {
      await page.evaluate(() => stylesPage.start());
      await until("the archive is asked", async () => received(server).length > 0);
      assert.deepEqual(received(server), ["/v1/sheets/missing"]);
      await leave(page);
      // Batches that leave at once arrive in any order.
      await until("the rules have arrived", async () => {
        const { windows } = decodeBatches(receivedBatches(server));
        return /\.filling-0 .*\.filling-199 /.test(JSON.stringify(windows));
      });
      assert.equal(receivedSheets(server).length, 0);
    });
  });
}

test("an edge that refuses the key hears nothing more", async () => {
  const batchClosed = Promise.withResolvers<number>();
  const answers = { "/v1/sheets/missing": batchClosed.promise, "/v1/batches": 401 };
  await withLargeSheet(answers, async (page, server) => {
    const ended = page.waitForEvent("console", (said) => /recording has ended/.test(said.text()));
    await page.evaluate(() => stylesPage.start());
    await until("the archive is asked", async () => received(server).length > 0);
    await page.evaluate(() => {
      stylesPage.flush();
    });
    batchClosed.resolve(401);
    await ended;
    assert.deepEqual(received(server), ["/v1/sheets/missing"]);
  });
});

test("a page's own view of what the recorder patches is unchanged, and all is put back", async () => {
  const server = await startPageServer({ "/": pageOf({ body: "", steps: [] }), "/page.js": "" });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    const descriptors = () => page.evaluate(describePatched);
    const before = await descriptors();
    await page.addScriptTag({ content: await bundle("patches.ts") });
    const kept = await page.evaluate(keepPatched);
    await page.evaluate("patchesPage.start()");
    assert.deepEqual(await descriptors(), before);
    await page.evaluate("patchesPage.stop()");
    assert.ok(
      await page.evaluate(isAsKept),
      `one of ${kept} accessors and methods was not put back`,
    );
  } finally {
    await page.close();
    await server.close();
  }
});

/** Everything of sheets that the recorder may patch. */
function patchable(): [object, string][] {
  const all: [object, string[]][] = [
    [CSSStyleSheet.prototype, ["insertRule", "deleteRule", "replace", "replaceSync"]],
    [CSSGroupingRule.prototype, ["insertRule", "deleteRule"]],
    [CSSStyleRule.prototype, ["style", "styleMap", "selectorText"]],
    [CSSMediaRule.prototype, ["media"]],
    [Document.prototype, ["adoptedStyleSheets"]],
    [ShadowRoot.prototype, ["adoptedStyleSheets"]],
    [Object.getPrototypeOf(document.fonts), ["add", "delete", "clear"]],
    [globalThis, ["FontFace"]],
  ];
  return all.flatMap(([owner, names]) => names.map((name): [object, string] => [owner, name]));
}

const describePatched = `(${patchable})().map(([owner, name]) => {
  const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(owner, name);
  return [value, get, set].filter(Boolean)
    .map((part) => [part.name, part.length, /native code/.test(Function.prototype.toString.call(part))])
    .concat([flags]);
})`;

const keepPatched = `globalThis.kept = (${patchable})().map(([owner, name]) =>
  [owner, name, Object.getOwnPropertyDescriptor(owner, name)]); kept.length`;

const isAsKept = `kept.every(([owner, name, kept]) => {
  const found = Object.getOwnPropertyDescriptor(owner, name);
  return ["value", "get", "set"].every((part) => found[part] === kept[part]);
})`;

/**
 * Opens a page whose sheet is large enough for the archive, and where nothing records yet. `statuses`
 * says what the edge answers, by path.
 */
async function withLargeSheet(
  statuses: Record<string, number | Promise<number>>,
  use: (page: Page, server: PageServer) => Promise<void>,
): Promise<void> {
  const scenario = SCENARIOS["a style element with a long text"] as Scenario;
  const files = { "/": pageOf(scenario), "/page.js": recordedCode };
  const server = await startPageServer(files, {}, (path) => statuses[path] ?? 200);
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    await use(page, server);
  } finally {
    await page.close();
    await server.close();
  }
}

/** The paths of what the recorder has sent so far. */
function received(server: PageServer): string[] {
  const sending = ["/v1/batches", "/v1/sheets", "/v1/sheets/missing"];
  return server.requests.map(({ path }) => path).filter((path) => sending.includes(path));
}

async function refuseSheets(page: Page): Promise<void> {
  await page.route("**/*.css", (route) => route.abort());
}

function bundle(file: string): Promise<string> {
  return bundleForPage(fileURLToPath(new URL(file, import.meta.url)));
}

function pageOf({ head = "", body }: Scenario): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Styles</title>${head}</head>
<body>${body}<script src="/page.js"></script></body></html>`;
}
