import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import type { UnharmedPage } from "./page.ts";
import { type CaseServer, startCaseServer } from "./server.ts";

declare const unharmedPage: UnharmedPage;

const HTML = "<!doctype html><title>Unharmed</title><body><script src=/page.js></script>";

let browser: Browser;
let own: CaseServer;
let other: CaseServer;

before(async () => {
  const code = await bundleForPage(fileURLToPath(new URL("page.ts", import.meta.url)));
  [browser, own, other] = await Promise.all([
    launchChromium(),
    startCaseServer({ "/": HTML, "/page.js": code }, true),
    startCaseServer({}, false),
  ]);
});

after(async () => {
  await browser.close();
  await Promise.all([own.close(), other.close()]);
});

test("a page sees the same with and without the recorder, in every case", async () => {
  const without = await withPage((page) => page.evaluate(() => unharmedPage.run()));
  const recorded = await withPage(async (page) => {
    await page.evaluate(() => unharmedPage.start());
    return page.evaluate(() => unharmedPage.run());
  });
  const names = Object.keys(without);
  for (const name of names) {
    assert.deepEqual(recorded[name], without[name], name);
  }
  console.log(`${names.length} cases are the same`);
  assert.ok(names.length >= 110);
});

test("what is patched looks native, and is restored to the very same when the recorder stops", async () => {
  await withPage(async (page) => {
    const before = await page.evaluate(() => {
      unharmedPage.note();
      return unharmedPage.looks();
    });
    await page.evaluate(() => unharmedPage.start());
    const patched = await page.evaluate(() => unharmedPage.changed());
    assert.ok(patched.includes("window.fetch"), "the recorder is at work");
    assert.deepEqual(await page.evaluate(() => unharmedPage.looks()), before);
    await page.evaluate(() => unharmedPage.stop());
    assert.deepEqual(await page.evaluate(() => unharmedPage.changed()), []);
  });
});

test("a page whose recorder breaks goes on, is restored, and is told once", async () => {
  await withPage(async (page) => {
    const warnings = warningsOf(page);
    await page.evaluate(async () => {
      const { Worker } = window;
      let worker: Worker | undefined;
      class KeptWorker extends Worker {
        constructor(...values: ConstructorParameters<typeof Worker>) {
          super(...values);
          worker = this;
        }
      }
      unharmedPage.note();
      window.Worker = KeptWorker;
      await unharmedPage.start();
      window.Worker = Worker;
      const isLost = new Promise((resolve) => worker?.addEventListener("error", resolve));
      // No collector sends this; the core meets it with an error that nobody catches.
      for (let count = 0; count < 3; count += 1) worker?.postMessage({ type: "capture", ops: 1 });
      await isLost;
    });
    assert.equal(await page.evaluate(async () => (await fetch("/json")).status), 200);
    assert.deepEqual(await page.evaluate(() => unharmedPage.changed()), []);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /^MonitorMe: the recording has ended: /);
  });
});

test("a script that stands in for the browser's fetch may answer anything", async () => {
  await withPage(async (page) => {
    const answers = await page.evaluate(async () => {
      const given = [null, undefined, "text", { status: "fine" }, new Response("cat")];
      const left = [...given];
      const { fetch: own } = window;
      window.fetch = (input, init) =>
        input === "/json" ? Promise.resolve(left.shift() as Response) : own(input, init);
      await unharmedPage.start();
      const got: unknown[] = [];
      for (const _ of given) got.push(await fetch("/json"));
      return got.map((answer, at) => answer === given[at]);
    });
    assert.deepEqual(answers, [true, true, true, true, true]);
  });
});

/** What the recorder tells the developer of a page. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("MonitorMe")) warnings.push(message.text());
  });
  return warnings;
}

async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(`${own.url}/?other=${encodeURIComponent(other.url)}`);
    return await use(page);
  } finally {
    await page.close();
  }
}
