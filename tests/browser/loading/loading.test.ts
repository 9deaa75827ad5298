import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { launchChromium } from "../../support/chromium.ts";
import { receivedBatches, startPageServer } from "../../support/page-server.ts";
import { type DecodedSession, decodeBatches } from "../../support/session-events.ts";
import { until } from "../../support/until.ts";

/** The page is not painted before this style sheet is there. */
const STYLE_MS = 600;
const FULL_SNAPSHOT = 2;

/** What a page can tell of its loading, in milliseconds since its navigation. */
interface Loading {
  readonly paintedMs: number;
  /** When the part of the recorder was asked for that is loaded later. */
  readonly askedMs: number;
  readonly sessionHeader: boolean;
}

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

test("the page is painted before it is read, and what fails before is recorded", async () => {
  const { loading, session } = await load({});
  assert.ok(loading.askedMs >= loading.paintedMs, JSON.stringify(loading));
  assert.ok(loading.sessionHeader, "the first request carries the session");
  const labels = session.activity.map(({ kind, label }) => `${kind}: ${label}`);
  assert.ok(
    labels.some((label) => label.includes("early trouble")),
    labels.join("\n"),
  );
  assert.ok(hasSnapshot(session));
});

test("the page is read before it is painted where that is asked for", async () => {
  const { loading, session } = await load({ start: "at-once" });
  assert.ok(loading.askedMs < loading.paintedMs, JSON.stringify(loading));
  assert.ok(hasSnapshot(session));
});

test("a page that is left before it is painted has sent nothing and loaded nothing", async () => {
  const server = await serve({});
  const page = await browser.newPage();
  try {
    await page.route("**/slow.css", () => {});
    await page.goto(server.url, { waitUntil: "commit" });
    await until("the recorder has begun", async () =>
      server.requests.some(({ path }) => path === "/early"),
    );
    await page.goto("about:blank");
    const paths = server.requests.map(({ path }) => path);
    assert.ok(!paths.includes("/inlined.js"), paths.join());
    assert.deepEqual(receivedBatches(server), []);
  } finally {
    await page.close();
    await server.close();
  }
});

/** Loads a page whose style sheet is late, and gives what it and its recording say. */
async function load(options: object): Promise<{ loading: Loading; session: DecodedSession }> {
  const server = await serve(options);
  const page = await browser.newPage();
  try {
    await page.route("**/slow.css", async (route) => {
      await pause(STYLE_MS);
      await route.fulfill({ contentType: "text/css", body: "body { color: navy }" });
    });
    await page.goto(server.url);
    await page.waitForFunction("globalThis.isDelivered");
    const times = await page.evaluate(() => ({
      paintedMs: performance.getEntriesByName("first-paint")[0]?.startTime ?? 0,
      askedMs:
        performance.getEntriesByName(new URL("/inlined.js", location.href).href)[0]?.startTime ?? 0,
    }));
    const early = server.requests.find(({ path }) => path === "/early");
    const sessionHeader = early?.headers["x-monitorme-session-id"] !== undefined;
    return {
      loading: { ...times, sessionHeader },
      session: decodeBatches(receivedBatches(server)),
    };
  } finally {
    await page.close();
    await server.close();
  }
}

/** The files of the package as they are published, and a page that uses them without a build. */
async function serve(options: object) {
  const file = (name: string) =>
    readFile(fileURLToPath(new URL(name, import.meta.resolve("monitorme-recorder"))));
  return startPageServer({
    "/": `<!doctype html><title>Loading</title><link rel="stylesheet" href="/slow.css">
      <script type="module" async>
        import { Recorder } from "/index.js";
        const privacy = { level: "allow" };
        const started = Recorder.init({
          endpoint: location.origin, ingestKey: "test", privacy, ...${JSON.stringify(options)},
        });
        fetch("/early");
        setTimeout(() => { throw new Error("early trouble"); });
        await started;
        globalThis.isDelivered = await Recorder.flush();
      </script><h1>Loading</h1>`,
    "/index.js": await file("./index.js"),
    "/inlined.js": await file("./inlined.js"),
  });
}

function hasSnapshot(session: DecodedSession): boolean {
  const events = session.windows.flatMap((window) => window.events);
  return events.some(({ type }) => type === FULL_SNAPSHOT);
}
