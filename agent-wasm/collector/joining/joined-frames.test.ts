import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";

import { createGuard } from "../guard.ts";
import { OUTSIDE_FRAMES_MAX } from "../limits.ts";
import type { Scope } from "../scope.ts";
import { createJoinedFrames } from "./joined-frames.ts";
import type { Answer, FromFrame } from "./messages.ts";

const PAYMENT = "https://pay.example";
const QUESTION = { monitorme: "join", project: "project", asker: "first" };
const INVITATION = {
  session: { id: "session", previousId: "", startedAtMs: 1 },
  isReleased: false,
  windowId: "window",
};

/** What a frame shows; it keeps the answers that it gets. */
interface Shown {
  readonly answers: {
    readonly answer: Answer;
    readonly origin: string;
    readonly port: MessagePort;
  }[];
  postMessage(answer: Answer, options: WindowPostMessageOptions): void;
}

class Frame {
  node = 7;
  isBlocked = false;
  document: object | null = null;
  readonly shown: Shown = {
    answers: [],
    postMessage(answer, { targetOrigin: origin = "", transfer: [port] = [] }) {
      this.answers.push({ answer, origin, port: port as MessagePort });
    },
  };
  get contentWindow(): Shown {
    return this.shown;
  }
  get contentDocument(): object | null {
    return this.document;
  }
}

/** A page that is recorded; `happened` is what frames told. */
async function openPage() {
  const happened: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const stops: (() => void)[] = [];
  const page = Object.assign(new EventTarget(), {
    HTMLIFrameElement: Frame,
    MessageChannel,
    AbortController,
  });
  const scope = {
    page,
    ids: { get: (frame: Frame) => frame.node },
    marks: { isBlocked: (frame: Frame) => frame.isBlocked },
    guard: createGuard(1, (fault) => assert.fail(String(fault))),
    listen: (target: EventTarget, type: string, listener: () => void, signal: AbortSignal) =>
      target.addEventListener(type, listener, { signal }),
    onStop: (stop: () => void) => stops.push(stop),
    noteActivity: () => happened.push("active"),
  } as unknown as Scope;
  const origins = Promise.resolve([PAYMENT]);
  const joined = createJoinedFrames(scope, {
    project: "project",
    origins,
    invitation: () => INVITATION,
    onReleased() {
      happened.push("released");
      release();
    },
  });
  await origins;
  return {
    happened,
    released,
    joined,
    add(frame: Frame): Frame {
      joined.add(frame as unknown as HTMLIFrameElement);
      return frame;
    },
    /** Something arrives, if not said otherwise a frame's question. */
    hear(source: Shown, said: { origin?: string; data?: unknown } = {}): void {
      const message = { source, origin: PAYMENT, data: QUESTION, ...said };
      page.dispatchEvent(Object.assign(new Event("message"), message));
    },
    stop: () => stops.splice(0).forEach((stop) => void stop()),
  };
}

/** The port of a frame that has joined. */
function portOf({ shown }: Frame): MessagePort {
  const port = shown.answers.at(-1)?.port;
  assert.ok(port, "the frame was not answered");
  return port;
}

test("a frame is told of which window it is which node", async () => {
  const page = await openPage();
  const frame = page.add(new Frame());
  page.hear(frame.shown);
  const [{ answer, origin } = {}] = frame.shown.answers;
  assert.deepEqual(answer, { monitorme: "joined", project: "project", node: 7, ...INVITATION });
  assert.equal(origin, PAYMENT);
  page.stop();
});

test("who is not listed, or asks for another project, is not answered", async () => {
  const page = await openPage();
  const frame = page.add(new Frame());
  page.hear(frame.shown, { origin: "https://stranger.example" });
  page.hear(frame.shown, { origin: "null" });
  page.hear(frame.shown, { data: { ...QUESTION, project: "other" } });
  page.hear(frame.shown, { data: "join" });
  assert.deepEqual(frame.shown.answers, []);
});

test("only frames that are recorded without their documents are answered", async () => {
  const page = await openPage();
  const unknown = new Frame();
  const removed = Object.assign(page.add(new Frame()), { node: 0 });
  const blocked = Object.assign(page.add(new Frame()), { isBlocked: true });
  const readable = Object.assign(page.add(new Frame()), { document: {} });
  for (const frame of [unknown, removed, blocked, readable]) {
    page.hear(frame.shown);
    assert.deepEqual(frame.shown.answers, []);
  }
});

test("what a frame tells reaches the page, and what the page tells the frame", async () => {
  const page = await openPage();
  const frame = page.add(new Frame());
  page.hear(frame.shown);
  const port = portOf(frame);
  page.joined.tell("released");
  assert.deepEqual(await once(port, "message"), ["released"]);
  port.postMessage("active" satisfies FromFrame);
  port.postMessage("released" satisfies FromFrame);
  await page.released;
  assert.deepEqual(page.happened, ["active", "released"]);
  page.stop();
  assert.deepEqual(await once(port, "message"), ["ended"]);
});

test("who asks again before the answer has arrived is answered once, and another page anew", async () => {
  const page = await openPage();
  const frame = page.add(new Frame());
  page.hear(frame.shown);
  page.hear(frame.shown);
  assert.equal(frame.shown.answers.length, 1);
  page.hear(frame.shown, { data: { ...QUESTION, asker: "second" } });
  assert.equal(frame.shown.answers.length, 2);
  page.stop();
});

test("a frame that becomes another node is told to join anew", async () => {
  const page = await openPage();
  const frame = page.add(new Frame());
  page.hear(frame.shown);
  page.add(frame);
  frame.node = 8;
  page.add(frame);
  assert.deepEqual(await once(portOf(frame), "message"), ["ended"]);
  page.hear(frame.shown);
  assert.equal(frame.shown.answers.at(-1)?.answer.node, 8);
  page.stop();
});

test("frames that have left make room for others", async () => {
  const page = await openPage();
  const first = Array.from({ length: OUTSIDE_FRAMES_MAX }, () => page.add(new Frame()));
  const late = page.add(new Frame());
  page.hear(late.shown);
  assert.deepEqual(late.shown.answers, [], "there are too many");
  for (const frame of first) frame.node = 0;
  page.add(late);
  page.hear(late.shown);
  assert.equal(late.shown.answers.length, 1);
  page.stop();
});
