import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { RecorderApi, RecorderOptions } from "monitorme-recorder";
import type { Browser, BrowserContext, Frame } from "playwright-core";

import { withReplay } from "../browser/structure/recorded.ts";
import type { StructureReplay } from "../browser/structure/replay.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../support/edge.ts";
import type { PageServer } from "../support/page-server.ts";
import { printRecords } from "../support/session-events.ts";
import { storedSegments, storedSession } from "../support/stored-session.ts";
import { until } from "../support/until.ts";
import type { SampledPage } from "./pages/sampled.ts";
import { call, isStored, openTab, type SampledTab, startSampledSite } from "./sampled-site.ts";

declare const sampledPage: SampledPage;
declare const Recorder: RecorderApi;
declare const structureReplay: StructureReplay;
/** What a page heard from others, as far as it is about recorders. */
declare const heard: { readonly monitorme: string; readonly project: string }[];

const IDLE_MS = 31 * 60_000;
const HELD_BACK = { sampleRate: 0 };

let browser: Browser;
let edge: Edge;
/** Sites of other origins than each other's: two of the project, and one of somebody else. */
let [shop, payment, stranger]: PageServer[] = [];
let visitor: BrowserContext;

before(async () => {
  [shop, payment, stranger] = await Promise.all([1, 2, 3].map(startSampledSite));
  [browser, edge] = await Promise.all([
    launchChromium(),
    startEdge([site(shop).url, site(payment).url]),
  ]);
});

after(async () => {
  await browser.close();
  await edge.remove();
  await Promise.all([shop, payment, stranger].map((server) => site(server).close()));
});

/** Each test has a visitor of its own, whose pages note what they hear about recorders. */
async function withVisitor(run: () => Promise<void>): Promise<void> {
  visitor = await browser.newContext();
  await visitor.addInitScript(() => {
    Object.assign(globalThis, { heard: [] });
    addEventListener("message", ({ data }) => data?.monitorme && heard.push(data));
  });
  try {
    await run();
  } finally {
    await visitor.close();
  }
}

test("a recorder in a frame of another origin is a window of the session of the page around", () =>
  withVisitor(async () => {
    const tab = await openShop();
    const frame = await addFrame(tab.page.mainFrame(), site(payment));
    assert.equal(await record(frame), tab.session);
    await tab.show("outside");
    await show(frame, "inside");
    await flush(tab.page.mainFrame(), frame);

    const [outside, inside] = [await windowOf(tab, "outside"), await windowOf(tab, "inside")];
    assert.notEqual(outside, inside);
    assert.equal(await framingWindow(tab, inside), outside);
    assert.equal(await framingWindow(tab, outside), undefined);
    assert.ok(!(await frame.evaluate(() => JSON.stringify(localStorage))).includes(tab.session));
  }));

test("the replay of a page shows in its frames what they showed", () =>
  withVisitor(async () => {
    const tab = await openShop();
    const main = tab.page.mainFrame();
    const frame = await addFrame(main, site(payment));
    assert.equal(await record(frame), tab.session);
    await tab.show("outside");
    await show(frame, "inside");
    await flush(main, frame);

    const { windows } = await storedSession(edge, tab.session);
    assert.deepEqual(
      windows.map(({ window_id }) => window_id),
      [await windowOf(tab, "outside")],
      "the frame is not a window of its own to who looks at it",
    );
    const events = windows.flatMap((window) => window.events);
    const recorded = { url: `${site(shop).url}/`, pictures: [], events };
    const texts = await withReplay(browser, recorded, (page, all) =>
      page.evaluate((json) => structureReplay.frameTexts(JSON.parse(json)), all),
    );
    assert.deepEqual(texts, ["inside"]);
  }));

test("frames join wherever they are: in frames that have joined, in documents of the page's origin, in shadow roots", () =>
  withVisitor(async () => {
    const tab = await openShop();
    const main = tab.page.mainFrame();
    const joined = await addFrame(main, site(payment));
    assert.equal(await record(joined), tab.session);
    const within = await addFrame(joined, site(shop));
    assert.equal(await record(within), tab.session);
    const inDocument = await addFrame(await addFrame(main, site(shop)), site(payment));
    assert.equal(await record(inDocument), tab.session);
    const inShadow = await addFrame(main, site(payment), "inShadow");
    assert.equal(await record(inShadow), tab.session);

    const frames = { main, joined, within, inDocument, inShadow };
    for (const [name, frame] of Object.entries(frames)) await show(frame, name);
    await flush(...Object.values(frames));
    const around = async (name: string) => framingWindow(tab, await windowOf(tab, name));
    assert.equal(await around("within"), await windowOf(tab, "joined"));
    for (const name of ["joined", "inDocument", "inShadow"]) {
      assert.equal(await around(name), await windowOf(tab, "main"), name);
    }
  }));

test("a page that is not of the project is told nothing, whatever it asks", () =>
  withVisitor(async () => {
    const tab = await openShop();
    const frame = await addFrame(tab.page.mainFrame(), site(stranger));
    assert.notEqual(await record(frame), tab.session);
    const project = `${edge.url}/${INGEST_KEY}`;
    await frame.evaluate((of) => {
      parent.postMessage({ monitorme: "join", project: of, asker: "stranger" }, "*");
    }, project);
    await until("the page around hears it", () => tab.page.evaluate(() => heard.length === 1));
    // What the recorder had answered would be there before.
    await tab.page.evaluate((origin) => {
      frames[0]?.postMessage({ monitorme: "last" }, origin);
    }, site(stranger).url);
    await until("the frame hears the last", () => frame.evaluate(() => heard.length > 0));
    assert.deepEqual(await frame.evaluate(() => heard), [{ monitorme: "last" }]);
    assert.ok(!(await isStored(edge, await sessionOf(frame))), "the edge refuses it as well");
  }));

test("a page of the project asks none but pages of the project", () =>
  withVisitor(async () => {
    const page = await visitor.newPage();
    await page.goto(site(stranger).url);
    const frame = await addFrame(page.mainFrame(), site(payment));
    const session = await record(frame);
    await show(frame, "alone");
    await flush(frame);
    assert.ok(await isStored(edge, session));
    assert.deepEqual(await page.evaluate(() => heard), []);
  }));

test("where the page around is not recorded, a frame records a session of its own", () =>
  withVisitor(async () => {
    const page = await visitor.newPage();
    await page.goto(site(shop).url);
    const frame = await addFrame(page.mainFrame(), site(payment));
    const session = await record(frame);
    await show(frame, "alone");
    await flush(frame);
    assert.ok(await isStored(edge, session));
    const project = `${edge.url}/${INGEST_KEY}`;
    assert.equal((await page.evaluate(() => heard))[0]?.project, project);
  }));

test("nothing joins where the edge is not asked for settings", () =>
  withVisitor(async () => {
    const tab = await openShop();
    const frame = await addFrame(tab.page.mainFrame(), site(payment));
    assert.notEqual(await record(frame, { remoteSettings: false }), tab.session);
  }));

for (const where of ["in the frame", "in the page around"]) {
  test(`an error ${where} has both sent that were held back`, () =>
    withVisitor(async () => {
      const tab = await openShop(HELD_BACK);
      const main = tab.page.mainFrame();
      const frame = await addFrame(main, site(payment));
      assert.equal(await record(frame, HELD_BACK), tab.session);
      await tab.show("outside");
      await show(frame, "inside");
      assert.equal(await frame.evaluate(() => Recorder.flush()), false);
      assert.ok(!(await isStored(edge, tab.session)), "something arrived before the error");
      await (where === "in the frame" ? frame : main).evaluate(() => sampledPage.fail());
      await until("both arrive", async () => {
        if (!(await isStored(edge, tab.session))) return false;
        const records = await recordsOf(tab);
        return ["outside", "inside"].every((line) => records.some(isShown(line)));
      });
    }));
}

test("what is done in a frame keeps the session alive, or begins the next one for both", () =>
  withVisitor(async () => {
    // The edge takes no records from the future.
    await visitor.clock.install({ time: Date.now() - 3 * IDLE_MS });
    const tab = await openShop();
    const main = tab.page.mainFrame();
    const frame = await addFrame(main, site(payment));
    assert.equal(await record(frame), tab.session);
    await show(frame, "early");
    const noted = () => main.evaluate(() => localStorage.getItem("monitorme.session"));
    for (let half = 0; half < 2; half += 1) {
      const before = await noted();
      await visitor.clock.fastForward(IDLE_MS / 2);
      await frame.click("p");
      await until("the page notes it", async () => (await noted()) !== before);
    }
    assert.equal(await sessionOf(main), tab.session);
    assert.equal(await sessionOf(frame), tab.session);

    await visitor.clock.fastForward(IDLE_MS);
    await frame.click("p");
    await until("the page begins a session", async () => (await sessionOf(main)) !== tab.session);
    const next = await sessionOf(main);
    await until("the frame follows", async () => (await sessionOf(frame)) === next);
    await show(frame, "later");
    await flush(main, frame);
    tab.session = next;
    assert.equal(await framingWindow(tab, await windowOf(tab, "later")), await outerWindow(tab));
  }));

test("a frame goes on by itself when the page around stops, and joins again when it may", () =>
  withVisitor(async () => {
    const tab = await openShop();
    const frame = await addFrame(tab.page.mainFrame(), site(payment));
    assert.equal(await record(frame), tab.session);
    await show(frame, "once");
    await call(tab, "pause");
    await call(tab, "resume");
    await until("it has joined again", async () => {
      await flush(frame);
      const records = (await recordsOf(tab)).filter((record) => record.includes("FullSnapshot"));
      const window = await windowOf(tab, "once");
      return records.filter((record) => record.startsWith(window)).length === 2;
    });
    assert.equal(await sessionOf(frame), tab.session);

    await call(tab, "stop");
    await until("it goes on", async () => (await sessionOf(frame)) !== tab.session);
    await show(frame, "alone");
    await flush(frame);
    assert.ok(await isStored(edge, await sessionOf(frame)));
  }));

function site(server: PageServer | undefined): PageServer {
  if (server === undefined) throw new Error("the site does not run");
  return server;
}

function openShop(options: Partial<RecorderOptions> = {}): Promise<SampledTab> {
  return openTab(visitor, site(shop), { endpoint: edge.url, ...options });
}

/** Adds a frame that shows a site, and waits until it does. */
async function addFrame(
  around: Frame,
  { url }: PageServer,
  where: "inBody" | "inShadow" = "inBody",
): Promise<Frame> {
  const element = await around.evaluateHandle(
    async ([src, place]) => {
      const host = document.body.appendChild(document.createElement("div"));
      const frame = document.createElement("iframe");
      frame.src = src;
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      (place === "inShadow" ? host.attachShadow({ mode: "open" }) : host).append(frame);
      await loaded;
      return frame;
    },
    [url, where] as const,
  );
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the frame shows nothing");
  return frame;
}

/** Starts the recorder of a frame; the id of its session. */
async function record(frame: Frame, options: Partial<RecorderOptions> = {}): Promise<string> {
  const all = { endpoint: edge.url, ingestKey: INGEST_KEY, ...options };
  return (await frame.evaluate((given) => sampledPage.init(given), all)) ?? "";
}

async function show(frame: Frame, line: string): Promise<void> {
  await frame.evaluate((text) => sampledPage.show(text), line);
}

async function flush(...frames: Frame[]): Promise<void> {
  for (const frame of frames) {
    await until("all is delivered", () => frame.evaluate(() => Recorder.flush()));
  }
}

async function sessionOf(frame: Frame): Promise<string> {
  return (await frame.evaluate(() => Recorder.sessionId)) ?? "";
}

/** The stored records of a session, each in a line that begins with its window. */
async function recordsOf(tab: SampledTab): Promise<string[]> {
  return printRecords(await storedSegments(edge, tab.session)).split("\n");
}

function isShown(line: string): (record: string) => boolean {
  return (record) => record.includes("CustomEvent") && record.includes(`"${line}\\`);
}

/** The window in which a line was shown. */
async function windowOf(tab: SampledTab, line: string): Promise<string> {
  const record = (await recordsOf(tab)).find(isShown(line));
  if (record === undefined) throw new Error(`${line} was not recorded`);
  return record.split(" ")[0] ?? "";
}

/** The window around another one, in a frame that is part of its document. */
async function framingWindow(tab: SampledTab, window: string): Promise<string | undefined> {
  const framings = (await recordsOf(tab)).flatMap((record) => {
    const said = /FramedBy \{ window: (\S+), node: \S+ \}/.exec(record);
    return record.startsWith(window) && said ? [said[1]] : [];
  });
  return framings[0];
}

/** The window that no frame shows. */
async function outerWindow(tab: SampledTab): Promise<string | undefined> {
  const records = await recordsOf(tab);
  const windows = new Set(records.flatMap((record) => record.split(" ")[0] || []));
  for (const window of windows) {
    if ((await framingWindow(tab, window)) === undefined) return window;
  }
  return undefined;
}
