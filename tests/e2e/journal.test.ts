import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { launchProfile } from "../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../support/edge.ts";
import { killBrowser, killRenderers } from "../support/kill.ts";
import { type PageServer, startPageServer } from "../support/page-server.ts";
import { type EdgeProxy, type Fate, startProxy } from "../support/proxy.ts";
import { printRecords } from "../support/session-events.ts";
import { storedSegments, storedSession } from "../support/stored-session.ts";
import { allTicks, recordedTicks, ticksOfWindows } from "../support/ticks.ts";
import { until } from "../support/until.ts";
import type { TickingPage } from "./pages/ticking.ts";

declare const tickingPage: TickingPage;

const TICK_MS = 20;
/** How often a page is killed, to tell the usual loss from one bad moment of the machine. */
const KILLS = 5;
/** What a killed page may lose in the median, and what it may in a bad moment of the machine. */
const LOSS_MS_MAX = { median: 100, worst: 200 };
const DELIVERY_MS = 30_000;

let server: PageServer;
let edge: Edge;
let profile: string;
let visitor: BrowserContext;

before(async () => {
  const code = await bundleForPage(fileURLToPath(new URL("pages/ticking.ts", import.meta.url)));
  server = await startPageServer({
    "/": "<!doctype html><title>Ticking</title><body><script src=/page.js></script>",
    "/page.js": code,
  });
  profile = await mkdtemp(join(tmpdir(), "monitorme-profile-"));
  [visitor, edge] = await Promise.all([launchProfile(profile), startEdge([server.url])]);
});

after(async () => {
  await visitor.close();
  await edge.remove();
  await server.close();
  await rm(profile, { recursive: true, force: true });
});

test("pages whose process is killed lose at most 100 ms in the median, sent by the next visit", async () => {
  const losses: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // The edge cannot be reached while the page lives: what arrives was on disk.
    losses.push(await lossOf((page) => killRenderers(page.context())));
  }
  losses.sort((a, b) => a - b);
  console.log(`ticks of ${TICK_MS} ms lost by ${KILLS} kills: ${losses.join(", ")}`);
  const median = losses[(KILLS - 1) / 2] ?? Number.NaN;
  const worst = losses.at(-1) ?? Number.NaN;
  assert.ok(median * TICK_MS <= LOSS_MS_MAX.median, `a kill costs ${median * TICK_MS} ms`);
  assert.ok(worst * TICK_MS <= LOSS_MS_MAX.worst, `a kill costs ${worst * TICK_MS} ms`);
});

test("a browser that is killed loses at most 200 ms, sent when it is started again", async () => {
  const loss = await lossOf(async (page) => {
    await killBrowser(page.context());
    visitor = await launchProfile(profile);
  });
  console.log(`ticks of ${TICK_MS} ms lost with the browser: ${loss}`);
  assert.ok(loss * TICK_MS <= LOSS_MS_MAX.worst, `${loss} ticks are lost`);
});

test("a visit without a network arrives with the next one, whole", () =>
  through(
    () => "refused",
    async (proxy) => {
      const { page, session } = await tick(proxy.url);
      await pause(7_000);
      const last = await stopTicking(page);
      await page.close();
      proxy.fateOf = () => "passed";
      const ticks = await visit(proxy.url, () => deliveredTicks(session, last));
      assert.deepEqual(ticks, allTicks(last));
    },
  ));

test("an edge that fails 30 % of the requests costs nothing and doubles nothing", () => {
  const fates: Fate[] = ["answer lost", "passed", "refused", "passed", { retryAfter: "0" }];
  return through(
    // The number of requests in ten that fail is three.
    (request) => fates[request % 10] ?? "passed",
    async (proxy) => {
      const { page, session } = await tick(proxy.url);
      for (let flush = 0; flush < 12; flush += 1) {
        await pause(300);
        await page.evaluate(() => tickingPage.flush());
      }
      const last = await stopTicking(page);
      await page.evaluate(() => tickingPage.flush());
      await page.close();
      const ticks = await visit(proxy.url, () => deliveredTicks(session, last));
      assert.ok(proxy.arrivals.length >= 12);
      assert.deepEqual(ticks, allTicks(last));
    },
  );
});

test("what a busy edge asks for with Retry-After is kept to, in seconds and as a date", async () => {
  for (const retryAfter of ["3", () => new Date(Date.now() + 4_000).toUTCString()]) {
    const text = typeof retryAfter === "string" ? retryAfter : retryAfter();
    await through(
      (request) => (request === 0 ? { retryAfter: text } : "passed"),
      async (proxy) => {
        const { page, session } = await tick(proxy.url);
        await page.evaluate(() => tickingPage.flush());
        const last = await stopTicking(page);
        await deliverAll(page);
        await page.close();
        const [first = 0, second = 0] = proxy.arrivals;
        assert.ok(second - first >= 2_000, `the next attempt came after ${second - first} ms`);
        assert.deepEqual(await deliveredTicks(session, last), allTicks(last));
      },
    );
  }
});

test("where the quota is used up, a page goes on without a journal and says so once", async () => {
  const page = await openFirstPage();
  const devtools = await visitor.newCDPSession(page);
  const { usage } = await devtools.send("Storage.getUsageAndQuota", { origin: server.url });
  // Enough for an empty journal, and for nothing in it.
  const quotaSize = usage + 1_000;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize });
  const session = await start(page, edge.url);
  await pause(1_000);
  const last = await stopTicking(page);
  await deliverAll(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url });
  await page.close();
  assert.deepEqual(await deliveredTicks(session, last), allTicks(last));
  const records = printRecords(await storedSegments(edge, session));
  assert.equal(records.split("JournalRefused").length, 2);
});

test("tabs that live at once leave each other's journals alone", () =>
  through(
    () => "refused",
    async (proxy) => {
      const first = await tick(proxy.url);
      // A tab opened by a page begins with a copy of its storage, like one that was duplicated.
      const [duplicate] = await Promise.all([
        visitor.waitForEvent("page"),
        first.page.evaluate((url) => void window.open(url), server.url),
      ]);
      await duplicate.waitForLoadState();
      const session = await start(duplicate, proxy.url);
      assert.equal(session, first.session, "tabs share a session");
      await pause(1_000);
      const journals = await journalsOf(duplicate, proxy.url);
      proxy.fateOf = () => "passed";
      await visit(proxy.url, deliverAll);
      const kept = await journalsOf(duplicate, proxy.url);
      assert.ok(
        journals.every((name) => kept.includes(name)),
        "a living page's journal is gone",
      );
      const last = [await stopTicking(first.page), await stopTicking(duplicate)] as const;
      // What a page saw last may not be on disk yet when it is closed.
      for (const page of [first.page, duplicate]) await deliverAll(page);
      await first.page.close();
      await duplicate.close();
      const sum = last[0] + last[1];
      await visit(proxy.url, () => deliveredTicks(session, sum));
      const windows = ticksOfWindows(await storedSession(edge, session));
      const ticks = windows.filter((numbers) => numbers.length > 0);
      assert.deepEqual(
        ticks.sort((a, b) => a.length - b.length),
        last.toSorted((a, b) => a - b).map(allTicks),
      );
    },
  ));

test("what is refused for good is not kept", () =>
  through(
    () => "passed",
    async (proxy) => {
      const { page } = await tick(proxy.url, "not a key of this edge");
      await until(
        "the edge refuses",
        async () => !(await page.evaluate(() => tickingPage.flush())),
      );
      await untilJournals(page, proxy.url, 0);
      await page.close();
    },
  ));

/** How many ticks of those that happened are lost when a page that cannot reach the edge ends so. */
function lossOf(end: (page: Page) => Promise<void>): Promise<number> {
  return through(
    () => "refused",
    async (proxy) => {
      const page = await openFirstPage();
      // The page tells of each tick as it happens, up to the end: what it says leaves its process.
      let last = 0;
      await page.exposeFunction("onTick", (number: number) => {
        last = number;
      });
      const session = await start(page, proxy.url);
      await pause(1_500);
      await end(page);
      await page.close();
      proxy.fateOf = () => "passed";
      // How many are lost is not known before all journals are gone but that of the visit itself.
      const recorded = await visit(proxy.url, async (visiting) => {
        await untilJournals(visiting, proxy.url, 1);
        return deliveredTicks(session, 1);
      });
      assert.ok(last > 10, "the page ticked");
      assert.deepEqual(recorded, allTicks(recorded.length), "a tick is missing or doubled");
      return Math.max(0, last - recorded.length);
    },
  );
}

/** Does something with an edge that can only be reached through a proxy. */
async function through<T>(
  fateOf: (request: number) => Fate,
  act: (proxy: EdgeProxy) => Promise<T>,
): Promise<T> {
  const proxy = await startProxy(edge.url, fateOf);
  try {
    return await act(proxy);
  } finally {
    await proxy.close();
  }
}

function journalsOf(page: Page, endpoint: string): Promise<string[]> {
  return page.evaluate((of) => tickingPage.journals(of), endpoint);
}

function untilJournals(page: Page, endpoint: string, count: number): Promise<void> {
  return until(`there are ${count} journals`, async () => {
    const journals = await journalsOf(page, endpoint);
    return journals.length === count;
  });
}

/** A page of somebody who begins a session of their own: it is the page's storage that holds it. */
async function openFirstPage(): Promise<Page> {
  const page = await openPage();
  await page.evaluate(() => localStorage.clear());
  return page;
}

async function openPage(): Promise<Page> {
  const page = await visitor.newPage();
  await page.goto(server.url);
  return page;
}

/** A page that ticks, and the session it belongs to. */
async function tick(
  endpoint: string,
  ingestKey = INGEST_KEY,
): Promise<{ page: Page; session: string }> {
  const page = await openFirstPage();
  return { page, session: await start(page, endpoint, ingestKey) };
}

function start(page: Page, endpoint: string, ingestKey = INGEST_KEY): Promise<string> {
  return page.evaluate(([to, key, interval]) => tickingPage.start(to, key, interval), [
    endpoint,
    ingestKey,
    TICK_MS,
  ] as const);
}

/** The number of the last tick there is. */
function stopTicking(page: Page): Promise<number> {
  return page.evaluate(() => {
    tickingPage.stopTicking();
    return tickingPage.lastTick();
  });
}

/** Comes back, and stays until this is done. */
async function visit<T>(endpoint: string, stay: (page: Page) => Promise<T>): Promise<T> {
  const page = await openPage();
  await page.evaluate(([to, key]) => tickingPage.visit(to, key), [endpoint, INGEST_KEY] as const);
  const done = await stay(page);
  await page.close();
  return done;
}

/** A flush ends at the latest with the next failed attempt, so it is asked for until it succeeds. */
async function deliverAll(page: Page): Promise<void> {
  await until("everything is delivered", () => page.evaluate(() => tickingPage.flush()));
}

/** The ticks of a session that the edge has, as soon as they are that many. */
async function deliveredTicks(session: string, atLeast: number): Promise<number[]> {
  const deadline = Date.now() + DELIVERY_MS;
  for (;;) {
    const response = await edge.query(`/api/sessions/${session}`);
    const ticks = response.ok ? recordedTicks(await storedSession(edge, session)) : [];
    if (ticks.length >= atLeast || Date.now() > deadline) return ticks;
    await pause(100);
  }
}
