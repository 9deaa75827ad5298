import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { bundleForPage } from "../../support/bundle.ts";
import { launchChromium } from "../../support/chromium.ts";
import { type DecodedSession, decodeBatches } from "../../support/session-events.ts";
import { type CaseServer, startCaseServer } from "../unharmed/server.ts";
import type { SignalsPage } from "./page.ts";

declare const signalsPage: SignalsPage;

const HTML = `<!doctype html><html lang="en"><title>Signals</title>
<style>hr { height: 200px; background: silver } button { width: 200px; height: 80px }</style>
<body><h1>What developers need</h1><button id=slow>Slow</button><button id=dead type=button>Dead</button>
<p id=pushed>Pushed down</p><script src=/page.js></script>`;

/** More than the faults that end a recording. */
const INTERACTIONS = 15;

let browser: Browser;
let server: CaseServer;

before(async () => {
  const code = await bundleForPage(fileURLToPath(new URL("page.ts", import.meta.url)));
  [browser, server] = await Promise.all([
    launchChromium(),
    startCaseServer({ "/": HTML, "/page.js": code }, true),
  ]);
});

after(async () => {
  await browser.close();
  await server.close();
});

test("the console is recorded as text, within bounds, with the page's own calls", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.writeToConsole()));
  const messages = payloadsOf(session, "rrweb/console@1");
  const [log, error, assertion] = messages;
  assert.deepEqual(JSON.parse(String(log?.payload[0])), "order A7 of");
  assert.equal(
    JSON.parse(String(log?.payload[1])),
    '{items: (2) [1, "two"], node: <b#total>, run: ƒ run}',
  );
  assert.equal(JSON.parse(String(error?.payload[0])), "RangeError: too many");
  assert.match(String(error?.trace[0]), /^writeError \(http.*\/page\.js:\d+:\d+\)$/);
  assert.deepEqual([assertion?.level, assertion?.payload], ["assert", ['"sum"']]);
  const skipped = payloadsOf(session, "console skipped").reduce((sum, { count }) => sum + count, 0);
  assert.equal(messages.length + skipped, 43, "what is not recorded is counted");
  assert.ok(skipped > 0);
});

test("errors say their cause and their calls, and what could not be loaded is told", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.fail()));
  const errors = payloadsOf(session, "page error");
  const [rejected, thrown] = ["TypeError", "RangeError"].map((name) =>
    errors.find((error) => error.name === name),
  );
  assert.deepEqual(
    [rejected?.name, rejected?.message, rejected?.causes],
    ["TypeError", "no payment", ["no card"]],
  );
  assert.equal(thrown?.message, "Uncaught RangeError: no stock");
  assert.match(thrown?.stack[0], /^failLater \(http.*\/page\.js:\d+:\d+\)$/);
  const [failure] = payloadsOf(session, "load failure");
  assert.deepEqual([failure?.tag, new URL(failure?.url).pathname], ["img", "/status"]);
});

test("requests are recorded from start to end, with their timing and without query values", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.request()), "mask");
  const ends = new Map(payloadsOf(session, "request end").map((end) => [end.request, end]));
  const starts = payloadsOf(session, "request start");
  const told = starts.map(({ request, initiator, method, url }) => {
    const { pathname } = new URL(url);
    const { outcome, status } = ends.get(request) ?? {};
    return [initiator, method, pathname, outcome, status].join(" ");
  });
  assert.deepEqual(told, [
    "Fetch GET /json Answered 200",
    "Fetch POST /status Answered 503",
    "Fetch GET /silent TimedOut 0",
    "Fetch GET / Failed 0",
    "Xhr PUT /echo Answered 200",
    "Beacon POST /echo Queued 0",
    "WebSocket GET / Answered 1000",
  ]);
  assert.equal(starts[0]?.trace_id, "4bf92f3577b34da6a3ce929d0e0e4736");
  const socket = ends.get(starts.at(-1)?.request);
  assert.deepEqual([socket?.sent, socket?.received], [1, 1]);
  const timed = new Set(payloadsOf(session, "request timing").map(({ request }) => request));
  for (const start of starts.slice(0, 2)) assert.ok(timed.has(start.request), start.url);
  assert.ok(!JSON.stringify(session).includes("canary"), "a query value is in a record");
});

test("headers and bodies are recorded where they are listed, without what is secret in them", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.exchange()));
  const starts = payloadsOf(session, "request start");
  const urls = new Map(starts.map(({ request, url }) => [request, new URL(url).pathname]));
  const contents = payloadsOf(session, "request content");
  const told = (side: string) =>
    contents
      .filter((content) => content.side === side)
      .map(({ request, extent, body }) => [urls.get(request), extent, body.slice(0, 60)].join(" "));
  assert.deepEqual(told("Request"), [
    '/echo Whole {"id":7,"password":"*","nickname":"*","to":"*"}',
    '/echo Whole {"item":"cat food","token":"*"}',
    '/echo Whole {"item":"cat food","card":"*"}',
    '/echo Whole {"item":"cat food","photo":"(file)"}',
    "/echo NotRead ",
    "/echo NotRead ",
    `/echo Beginning ${"x".repeat(60)}`,
    '/json Whole {"kind":"xhr"}',
    '/json Whole {"kind":"xhr"}',
    '/json Whole {"kind":"xhr"}',
    '/echo Whole {"kind":"beacon"}',
  ]);
  const answers = told("Answer");
  assert.equal(answers.length, 12);
  assert.deepEqual(answers.slice(7), [
    "/breaks Beginning begun",
    "/events NotRead ",
    '/json Whole {"a":[1]}',
    '/json Whole {"a":[1]}',
    "/json NotRead ",
  ]);
  assert.deepEqual(contents[0]?.headers, { "x-order": "7", authorization: "*" });
  const [answer] = contents.filter(({ side }) => side === "Answer");
  assert.equal(answer?.headers["content-type"], "application/json");
  assert.ok(!JSON.stringify(session).includes("canary"), "a secret is in a record");
});

test("of too many bodies at once it is told that there were more", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.flood()));
  const answers = payloadsOf(session, "request content").filter(({ side }) => side === "Answer");
  const count = (wanted: string) => answers.filter(({ extent }) => extent === wanted).length;
  assert.equal(count("Whole") + count("TooMany"), 100);
  assert.ok(count("Whole") >= 25 && count("TooMany") > 0, `${count("Whole")} are whole`);
});

test("frames of the page's origin are seen like the page", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.useFrame()));
  const [message] = payloadsOf(session, "rrweb/console@1");
  assert.deepEqual(
    message?.payload.map((value: string) => JSON.parse(value)),
    ["from the frame", "TypeError: inside"],
  );
  const [error] = payloadsOf(session, "page error");
  assert.deepEqual([error?.name, error?.message], ["RangeError", "nobody caught"]);
  const [request] = payloadsOf(session, "request start");
  assert.deepEqual([request?.method, new URL(request?.url).pathname], ["POST", "/echo"]);
  const contents = payloadsOf(session, "request content");
  assert.deepEqual(
    contents.map(({ extent, body }) => [extent, body.slice(0, 16)]),
    [
      ["Whole", '{"frame":"cat"}'],
      ["Whole", '{"method":"POST"'],
    ],
  );
});

test("Web Vitals have the values that the library says on the same page", async () => {
  let expected: Record<string, number> = {};
  const session = await record(async (page) => {
    for (let count = 0; count < 2; count += 1) {
      await page.click("#slow");
      await page.waitForFunction(
        (before) => document.querySelectorAll("hr").length > before,
        count,
      );
    }
    await page.waitForFunction(() => "INP" in signalsPage.vitals());
    // A later shift, which no input explains.
    await page.waitForTimeout(700);
    await page.evaluate(() =>
      document.querySelector("#pushed")?.before(document.createElement("hr")),
    );
    await page.waitForFunction(() => (signalsPage.vitals().CLS ?? 0) > 0);
    await page.evaluate(
      () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 100)),
    );
    expected = await page.evaluate(() => ({ ...signalsPage.vitals() }));
  });
  const recorded = Object.fromEntries(
    payloadsOf(session, "web vital").map(({ name, value }) => [name, value]),
  );
  assert.deepEqual(Object.keys(expected).sort(), ["CLS", "FCP", "INP", "LCP", "TTFB"]);
  assert.deepEqual(recorded, { ...expected });
  const inp = payloadsOf(session, "web vital").findLast(({ name }) => name === "INP");
  assert.ok(inp?.node > 0, "the element of the interaction");
  assert.ok(payloadsOf(session, "long frame").length > 0);
  assert.ok(payloadsOf(session, "resources").at(-1)?.script >= 1);
});

test("slow interactions with elements that are gone by now do not end the recording", async () => {
  const session = await record(async (page) => {
    for (let count = 0; count < INTERACTIONS; count += 1) {
      await page.evaluate(() => {
        const button = document.createElement("button");
        button.id = "vanishing";
        button.onclick = () => {
          const startMs = performance.now();
          while (performance.now() - startMs < 60);
          button.remove();
        };
        document.body.prepend(button);
      });
      await page.click("#vanishing");
    }
    await page.waitForTimeout(500);
    await page.evaluate(() => console.log("still recorded"));
  });
  const [message] = payloadsOf(session, "rrweb/console@1");
  assert.deepEqual(message?.payload, ['"still recorded"']);
});

test("clicks in vain are told, clicks that help are not", async () => {
  const session = await record(async (page) => {
    await page.click("#slow");
    for (let count = 0; count < 4; count += 1) await page.click("#dead", { delay: 10 });
    await page.waitForTimeout(3_000);
  });
  const told = payloadsOf(session, "frustration").map(({ kind, clicks }) => [kind, clicks]);
  assert.deepEqual(told.sort(), [
    ["DeadClick", 4],
    ["RageClick", 4],
  ]);
});

test("tags and flags are recorded within their bounds", async () => {
  const session = await record((page) => page.evaluate(() => signalsPage.report()));
  assert.deepEqual(payloadsOf(session, "tag"), [{ name: "plan", value: "free" }]);
  assert.deepEqual(payloadsOf(session, "flag"), [{ name: "new-checkout", value: { variant: 2 } }]);
  const facts = session.activity.filter(({ kind }) => kind === "fact").map(({ label }) => label);
  assert.deepEqual(facts, ['plan: "free"', 'flag new-checkout: {"variant":2}']);
});

/** What a recorder says of a page with which something is done. */
async function record(
  act: (page: Page) => Promise<unknown>,
  level: "allow" | "mask" = "allow",
): Promise<DecodedSession> {
  const page = await browser.newPage();
  const before = server.batches.length;
  try {
    await page.goto(server.url);
    await page.evaluate((level) => signalsPage.start(level), level);
    await act(page);
    assert.ok(await page.evaluate(() => signalsPage.flush()), "not everything was delivered");
  } finally {
    await page.close();
  }
  return decodeBatches(server.batches.slice(before));
}

// biome-ignore lint/suspicious/noExplicitAny: Payloads are as different as their tags.
type Payload = any;

/** The payloads of the custom and plugin events of this name, in order. */
function payloadsOf(session: DecodedSession, name: string): Payload[] {
  return session.windows
    .flatMap((window) => window.events)
    .flatMap((event) => {
      const { data } = event as { data?: { tag?: string; plugin?: string; payload?: Payload } };
      return data?.tag === name || data?.plugin === name ? [data?.payload] : [];
    });
}
