import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";

import { createGuard } from "../../../agent-wasm/collector/guard.ts";
import {
  openReleases,
  openSession,
  type Page,
  type Question,
  type Tape,
  tolerantStorage,
} from "../../../agent-wasm/collector/index.ts";
import { FRAME_JOIN_MS_MAX, FRAME_JOIN_RETRY_MS, FRAME_ORIGINS_MAX } from "./limits.ts";
import { projectOf, readOptions } from "./options.ts";
import { joinPageAround, type Visitor } from "./page-around.ts";
import type { SettingsSource } from "./remote-settings.ts";

const OWN = "https://pay.example";
const SHOP = "https://shop.example";
const OTHER = "https://help.example";
const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const OWN_ID = "9b2d7c1e-5f0a-4c7b-8f6d-2a1e3c4b5d6f";
const WINDOW = "16fd2706-8baf-433b-82eb-8c7fada847da";

const CONFIG = readOptions({ endpoint: "https://edge.example", ingestKey: "key" });

/** A page in a frame. `ancestorOrigins` is what its browser tells of the pages around. */
function openFrame(test: TestContext, ancestorOrigins?: readonly string[]) {
  test.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const asked: string[] = [];
  const askers: string[] = [];
  const top = Object.assign(new EventTarget(), { parent: {} });
  top.parent = top;
  const parent = {
    parent: top,
    postMessage({ asker, ...question }: Question, origin: string) {
      assert.deepEqual(question, { monitorme: "join", project: projectOf(CONFIG) });
      assert.equal(asker, askers.at(-1) ?? asker, "who asks again is the same");
      askers.push(asker);
      asked.push(origin);
    },
  };
  const stops: (() => void)[] = [];
  const page = Object.assign(new EventTarget(), {
    parent,
    origin: OWN,
    location: { ancestorOrigins },
    crypto,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
  }) as unknown as Page;
  const tape = {
    page,
    guard: createGuard(1, (fault) => assert.fail(String(fault))),
    onStop: (stop: () => void) => stops.push(stop),
    listen: (target: EventTarget, type: string, listener: (event: Event) => void) =>
      target.addEventListener(type, listener),
  } as unknown as Tape;
  const storage = tolerantStorage(() => {
    throw new Error("denied");
  });
  const visitor: Visitor = {
    session: openSession({ storage, nowMs: Date.now, newId: () => OWN_ID }),
    releases: openReleases(storage, "project"),
  };
  const { port1: ofPage, port2: ofFrame } = new MessageChannel();
  test.after(() => ofPage.close());
  const answer = {
    monitorme: "joined",
    project: projectOf(CONFIG),
    session: { id: ID, previousId: "", startedAtMs: 1 },
    isReleased: false,
    windowId: WINDOW,
    node: 7,
  };
  return {
    asked,
    visitor,
    top,
    ofPage,
    pass: (ms: number) => test.mock.timers.tick(ms),
    /** Resolves when the page around has been asked for the first time. */
    async join(origins: readonly string[]) {
      askers.length = 0;
      const settings = { ask: async () => ({ origins }) } as unknown as SettingsSource;
      const joined = joinPageAround(tape, { config: CONFIG, settings, visitor });
      await new Promise(setImmediate);
      return { joined };
    },
    /** The page around answers, if not told otherwise, as it should. */
    hear(said: { source?: unknown; origin?: string; data?: object; ports?: MessagePort[] } = {}) {
      const data = { ...answer, ...said.data };
      const message = { source: parent, origin: SHOP, ports: [ofFrame], ...said, data };
      page.dispatchEvent(Object.assign(new Event("message"), message));
    },
    stop: () => stops.splice(0).forEach((stop) => void stop()),
  };
}

test("the page around is asked by its origin, until it answers", async (context) => {
  const frame = openFrame(context, [SHOP, OTHER]);
  const { joined } = await frame.join([OWN, SHOP, OTHER]);
  assert.deepEqual(frame.asked, [SHOP]);
  frame.pass(FRAME_JOIN_RETRY_MS);
  assert.deepEqual(frame.asked, [SHOP, SHOP]);
  frame.hear();
  await joined;
  frame.pass(FRAME_JOIN_RETRY_MS);
  assert.equal(frame.asked.length, 2);
  assert.equal(frame.visitor.session.id(), ID);
  assert.deepEqual([frame.visitor.around?.windowId, frame.visitor.around?.node], [WINDOW, 7]);
  frame.stop();
});

test("where the browser does not tell the origin, those of the project are asked, within a limit", async (context) => {
  const frame = openFrame(context);
  await frame.join([OWN, SHOP, OTHER]);
  assert.deepEqual(frame.asked, [SHOP, OTHER]);
  frame.stop();
  const many = Array.from({ length: 100 }, (_, index) => `https://${index}.example`);
  frame.asked.length = 0;
  await frame.join(many);
  assert.equal(frame.asked.length, FRAME_ORIGINS_MAX);
  frame.stop();
});

for (const [who, ancestorOrigins, origins] of [
  ["is not of the project", ["https://stranger.example"], [OWN, SHOP]],
  ["reads this page as a part of itself", [OWN], [OWN, SHOP]],
  ["may be anybody", undefined, []],
] as const) {
  test(`a page around is not asked that ${who}`, async (context) => {
    const frame = openFrame(context, ancestorOrigins);
    const { joined } = await frame.join(origins);
    await joined;
    assert.deepEqual(frame.asked, []);
    assert.equal(frame.visitor.around, undefined);
  });
}

test("a page answers for frames of its own origin that it reads", async (context) => {
  const frame = openFrame(context, [SHOP, SHOP]);
  const { joined } = await frame.join([OWN, SHOP]);
  frame.hear({ source: frame.top });
  await joined;
  assert.equal(frame.visitor.session.id(), ID);
  frame.stop();
});

test("what others say, or the page around says otherwise, is no answer", async (context) => {
  const frame = openFrame(context, [SHOP]);
  const { joined } = await frame.join([OWN, SHOP]);
  frame.hear({ source: {} });
  frame.hear({ origin: OTHER });
  frame.hear({ data: { project: "another" } });
  frame.hear({ data: { windowId: "x" } });
  frame.hear({ ports: [] });
  frame.pass(FRAME_JOIN_MS_MAX);
  await joined;
  assert.equal(frame.visitor.around, undefined);
});

test("a recording that stops meanwhile does not wait", async (context) => {
  const frame = openFrame(context, [SHOP]);
  const { joined } = await frame.join([OWN, SHOP]);
  frame.stop();
  await joined;
  frame.pass(FRAME_JOIN_RETRY_MS);
  assert.equal(frame.asked.length, 1);
});

test("who has joined shares activity and releases, and hears of the end", async (context) => {
  const frame = openFrame(context, [SHOP]);
  const { joined } = await frame.join([OWN, SHOP]);
  frame.hear();
  await joined;
  const { session, releases, around } = frame.visitor;
  const said = messagesOf(frame.ofPage);
  session.noteActivity();
  releases.remember(ID);
  releases.remember(ID);
  assert.ok(releases.isReleased(ID));
  assert.deepEqual([await said(), await said()], ["active", "released"]);

  const told: string[] = [];
  const end = new Promise<void>((resolve) =>
    around?.follow({
      onRenewed: () => told.push(`renewed ${session.id()}`),
      onReleased: () => told.push(`released ${releases.isReleased(WINDOW)}`),
      onEnded: resolve,
    }),
  );
  frame.ofPage.postMessage({ id: WINDOW, previousId: ID, startedAtMs: 2 });
  frame.ofPage.postMessage("released");
  frame.ofPage.postMessage("ended");
  await end;
  assert.deepEqual(told, [`renewed ${WINDOW}`, "released true"]);
  frame.stop();
});

test("a page that is not joined again is itself again", async (context) => {
  const frame = openFrame(context, [SHOP]);
  const own = { ...frame.visitor };
  const { joined } = await frame.join([OWN, SHOP]);
  frame.hear();
  await joined;
  const again = await frame.join([OWN, SHOP]);
  frame.pass(FRAME_JOIN_MS_MAX);
  await again.joined;
  assert.deepEqual(frame.visitor, { ...own, around: undefined });
});

/** Gives the messages that arrive at a port, one by one. */
function messagesOf(port: MessagePort): () => Promise<unknown> {
  const arrived: unknown[] = [];
  let notify = () => {};
  port.onmessage = ({ data }) => {
    arrived.push(data);
    notify();
  };
  return async () => {
    while (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
    }
    return arrived.shift();
  };
}
