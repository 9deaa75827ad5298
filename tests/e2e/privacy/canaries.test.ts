import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RecorderOptions } from "monitorme-recorder";
import type { Browser, BrowserContext, Page } from "playwright-core";

import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../../support/edge.ts";
import { type PageServer, startPageServer } from "../../support/page-server.ts";
import { printRecords } from "../../support/session-events.ts";
import { storedSegments, waitForSession } from "../../support/stored-session.ts";
import { until } from "../../support/until.ts";
import { CANARY_HTML } from "./canary-html.ts";
import type { CanaryPage } from "./canary-page.ts";

declare const canaryPage: CanaryPage;

const ADDRESS = "/?query=cnr-page-query#cnr-page-fragment";
const NETWORK = {
  headers: ["authorization", "x-api-key"],
  bodies: ["/listed"],
  hideFields: ["street"],
};
const SELECTORS = { block: [".private-box"], mask: ["p.name"], ignore: [".ignored"] };

/** Kinds of canaries that may be found, by level; `unmasked` ones may be found at every level. */
const SHOWN = {
  mask: [],
  "mask-user-input": ["text", "title", "label", "data", "css", "media"],
  allow: [
    ...["text", "title", "label", "data", "css", "media", "comment", "code", "given"],
    ...["link", "page", "mail", "message"],
  ],
} as const;

/** Some that have to be found, so that not finding others means something. */
const FOUND = {
  mask: [
    "cnr-unmasked-text",
    "cnr-unmasked-title",
    "cnr-unmasked-given",
    "cnr-unmasked-image",
    "cnr-unmasked-body",
  ],
  "mask-user-input": [
    ...["cnr-text-heading", "cnr-text-changed", "cnr-text-shadow-added", "cnr-title-added"],
    ...["cnr-label-placeholder", "cnr-data-user", "cnr-css-content", "cnr-media-image2"],
  ],
  allow: [
    ...["cnr-given-text2", "cnr-given-area2", "cnr-given-editable2", "cnr-comment-page"],
    ...["cnr-page-query2", "cnr-link-query", "cnr-message-token", "cnr-css-inserted"],
  ],
} as const;

let browser: Browser;
let edge: Edge;
let site: PageServer;

before(async () => {
  const script = await bundleForPage(fileURLToPath(new URL("canary-page.ts", import.meta.url)));
  site = await startPageServer({ "/": CANARY_HTML, "/page.js": script });
  browser = await launchChromium();
  edge = await startEdge([site.url]);
  // What recorders send is looked for, so the edge must not take out any of it.
  const settings = { scrubbing: { secrets: false, cardNumbers: false } };
  const project = await edge.query("/api/projects/demo", "PUT", { name: "Demo", settings });
  assert.equal(project.status, 200);
});

after(async () => {
  await browser.close();
  await edge.remove();
  await site.close();
});

for (const level of ["mask", "mask-user-input", "allow"] as const) {
  test(`at level ${level} exactly what may leave the page is found anywhere`, async () => {
    const page = await openPage();
    const requests: string[] = [];
    page.on("request", (request) => {
      // The bodies are batches, whose records are searched below.
      if (request.url().startsWith(edge.url)) {
        requests.push(request.url() + JSON.stringify(request.headers()));
      }
    });
    const id = await start(page, { privacy: { level, ...SELECTORS }, network: NETWORK });
    assert.ok(id);
    await page.evaluate(() => canaryPage.change());
    await typeInto(page);
    assert.ok(await page.evaluate(() => canaryPage.flush()), "everything was delivered");
    const stored = await page.evaluate(() => canaryPage.stored());
    await page.context().close();
    await waitForSession(edge, id);

    const records = printRecords(await storedSegments(edge, id));
    for (const canary of FOUND[level]) assert.ok(records.includes(canary), `${canary} is missing`);
    assertNoOther(level, records, "a record");
    assertNoOther(level, `${requests.join("\n")}${stored}`, "a request or a storage");
    if (level === "mask") await assertNowhereInStores();
  });
}

test("what waits in the journal until the next visit holds nothing more", async () => {
  const context = await browser.newContext();
  const left = await openPage("", context);
  await left.route(`${edge.url}/**`, (route) => route.abort());
  const id = await start(left, { privacy: { level: "mask", ...SELECTORS }, network: NETWORK });
  assert.ok(id);
  await left.evaluate(() => canaryPage.change());
  assert.equal(await left.evaluate(() => canaryPage.flush()), false);
  await left.close();
  const next = await openPage("", context);
  await start(next, { privacy: { level: "mask" } });
  await waitForSession(edge, id);
  let records = "";
  await until("what waited is stored", async () => {
    records = printRecords(await storedSegments(edge, id));
    return FOUND.mask.every((canary) => records.includes(canary));
  });
  await context.close();
  assertNoOther("mask", records, "a record");
});

test("a blocked element stands as a box of its size", async () => {
  const page = await openPage();
  const id = await start(page, { privacy: { level: "mask", ...SELECTORS } });
  const size = await page.evaluate(async () => {
    await canaryPage.change();
    const { width, height } = (
      document.querySelector("#blocked") as Element
    ).getBoundingClientRect();
    return { width: Math.round(width), height: Math.round(height) };
  });
  assert.ok(await page.evaluate(() => canaryPage.flush()));
  await page.context().close();
  assert.ok(id);
  await waitForSession(edge, id);
  const records = printRecords(await storedSegments(edge, id));
  assert.match(records, new RegExp(`width: ${size.width}, height: ${size.height}\\b`));
});

for (const [signal, value] of [
  ["globalPrivacyControl", true],
  ["doNotTrack", "1"],
] as const) {
  test(`nothing is recorded or stored where the browser says ${signal}`, async () => {
    const page = await openPage(`Object.defineProperty(Navigator.prototype, "${signal}",
      { get: () => ${JSON.stringify(value)}, configurable: true })`);
    assert.equal(await start(page, {}), null);
    assert.equal(await page.evaluate(() => canaryPage.stored()), "[{},{}]");
    assert.notEqual(await start(page, { honorOptOut: false }), null);
    await page.context().close();
  });
}

test("with consent required nothing happens before it, and nothing is left after its end", async () => {
  const page = await openPage();
  let requestCount = 0;
  page.on("request", (request) => {
    if (request.url().startsWith(edge.url)) requestCount += 1;
  });
  assert.equal(await start(page, { consent: "required" }), null);
  assert.equal(await page.evaluate(() => canaryPage.stored()), "[{},{}]");
  assert.equal(requestCount, 0);

  await page.evaluate(() => canaryPage.giveConsent());
  assert.ok(await page.evaluate(() => canaryPage.flush()));
  assert.notEqual(await page.evaluate(() => canaryPage.stored()), "[{},{}]");
  await page.waitForFunction(hasJournal);
  const whileAgreed = requestCount;
  assert.ok(whileAgreed > 0);

  await page.evaluate(() => {
    document.body.append("in the task in which the consent ends");
    canaryPage.withdrawConsent();
  });
  assert.equal(await page.evaluate(() => canaryPage.stored()), "[{},{}]");
  assert.equal(await page.evaluate(() => canaryPage.flush()), false);
  await page.waitForFunction(`(${hasJournal})().then((has) => !has)`);
  await page.goto("about:blank");
  assert.equal(requestCount, whileAgreed, "what was not sent yet is never sent");
  await page.context().close();
});

/** Evaluated in the page: whether the browser keeps anything of a recorder in its private files. */
async function hasJournal(): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("monitorme").then(
    () => true,
    () => false,
  );
}

async function openPage(script = "", inContext?: BrowserContext): Promise<Page> {
  const context = inContext ?? (await browser.newContext());
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(site.url + ADDRESS);
  return page;
}

function start(page: Page, options: Partial<RecorderOptions>): Promise<string | null> {
  const whole: RecorderOptions = { endpoint: edge.url, ingestKey: INGEST_KEY, ...options };
  return page.evaluate((given) => canaryPage.start(given), whole);
}

/** Real keys, a selection, the clipboard and a drag, beside the events that the page makes. */
async function typeInto(page: Page): Promise<void> {
  const field = page.locator("input[type=search]");
  await field.fill("");
  await field.pressSequentially("cnr-given-keys");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await page.locator("textarea").focus();
  await page.keyboard.press("Control+V");
  await page.locator("h1").dragTo(page.locator("textarea"));
}

function assertNoOther(level: keyof typeof SHOWN, text: string, place: string): void {
  const kinds: readonly string[] = [...SHOWN[level], "unmasked"];
  const found = new Set(text.match(/cnr-[\w-]+/g) ?? []);
  // What is typed is there letter by letter.
  const isShown = (kind = "") => kinds.some((shown) => shown.startsWith(kind));
  const wrong = [...found].filter((canary) => !isShown(canary.split("-")[1]));
  assert.deepEqual(wrong, [], `in ${place}`);
}

/** No file of the edge's stores holds one, logs and indexes included. */
async function assertNowhereInStores(): Promise<void> {
  const files = await readdir(edge.stateFolder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile());
  assert.ok(paths.length > 0);
  for (const { parentPath, name } of paths) {
    const text = (await readFile(join(parentPath, name))).toString("latin1");
    assertNoOther("mask", text, name);
  }
}
