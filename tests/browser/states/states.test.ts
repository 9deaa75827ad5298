import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";

import { launchChromium } from "../../support/chromium.ts";
import type { DecodedSession } from "../../support/session-events.ts";
import { untilCanvasesAreSeen } from "../../support/visit/canvases-seen.ts";
import type { StatesPage } from "./recorded-page.ts";
import { comparePage, type StatesVisit } from "./visit.ts";

declare const recordedPage: StatesPage;
declare function paint(red: number, green: number, blue: number): void;

const MEDIA_INTERACTION = 7;
const PLAY = 0;
const CANVAS_MUTATION = 9;

let browser: Browser;

before(async () => {
  // WebGL without a graphics card is off unless asked for.
  browser = await launchChromium({ args: ["--enable-unsafe-swiftshader"] });
});

after(() => browser.close());

function run(script: () => void): (page: Page) => Promise<void> {
  return (page) => page.evaluate(script);
}

const FORMS: StatesVisit = {
  page: "forms.html",
  before: run(() => {
    const all = document.querySelector<HTMLInputElement>("#all");
    if (all) all.indeterminate = true;
  }),
  steps: [
    (page) => page.selectOption("#single", "Dog"),
    (page) => page.selectOption("#multiple", ["Red", "Blue"]),
    (page) => page.selectOption("#single", { value: "x" }),
    (page) => page.check("#small"),
    (page) => page.check("#all"),
    (page) => page.fill("#name", "Marge"),
    (page) => page.fill("#note", "Ring twice"),
    (page) =>
      page.setInputFiles("#photos", [
        { name: "passport.png", mimeType: "image/png", buffer: Buffer.from("1") },
        { name: "salary.pdf", mimeType: "application/pdf", buffer: Buffer.from("2") },
      ]),
    run(() => {
      for (const [id, value] of Object.entries({ done: 7, stock: 8, total: 42 })) {
        Object.assign(document.getElementById(id) ?? {}, { value });
      }
    }),
    (page) => page.click("summary"),
    (page) => page.fill("#editor", "Dear Homer"),
    // Options change their select by script; the mark goes along, or is taken by another one.
    run(() => {
      const place = (id: string, parent: string) =>
        document.getElementById(parent)?.append(document.getElementById(id) ?? "");
      place("fish", "multiple");
      place("wren", "single");
    }),
    run(() => {
      const elsewhere = document.getElementById("elsewhere");
      const owl = document.getElementById("owl");
      elsewhere?.append(owl ?? "");
      document.getElementById("grouped")?.remove();
    }),
    run(() => {
      const select = document.createElement("select");
      select.append(...document.querySelectorAll("#owl, #dog, #wren"));
      document.getElementById("elsewhere")?.append(select);
      document.getElementById("single")?.remove();
    }),
    (page) => page.click("button[type=reset]"),
  ],
};

test("controls hold in the replay what they held on the page, and no file is named", async () => {
  const session = await comparePage(browser, FORMS);
  const all = JSON.stringify(session);
  for (const name of ["passport", "salary"]) {
    assert.ok(!all.includes(name), `the name of the file ${name} has left the page`);
  }
});

test("dialogs, popovers and the element that fills the screen are above the page", async () => {
  const call =
    (id: string, method: "showModal" | "show" | "close" | "showPopover" | "hidePopover") =>
    (page: Page) =>
      page.evaluate(
        ([target, name]) => (document.getElementById(target) as HTMLDialogElement)[name](),
        [id, method] as const,
      );
  await comparePage(browser, {
    page: "top-layer.html",
    before: async (page) => {
      await call("question", "showModal")(page);
      await call("hint-in-dialog", "showPopover")(page);
      await call("toast", "showPopover")(page);
    },
    steps: [
      call("question", "close"),
      call("toast", "hidePopover"),
      call("note", "show"),
      call("menu", "showPopover"),
      call("note", "close"),
      call("note", "showModal"),
      call("toast", "showPopover"),
      (page) => page.keyboard.press("Escape"),
      (page) => page.keyboard.press("Escape"),
      call("toast", "hidePopover"),
      call("question", "showModal"),
      call("question", "close"),
      async (page) => {
        await page.click("#enlarge");
        await page.waitForFunction(() => document.fullscreenElement !== null);
      },
      run(() => {
        document.exitFullscreen();
      }),
    ],
  });
});

test("media play, pause, seek and sound as they did", async () => {
  const song = (use: (song: HTMLAudioElement) => unknown) => (page: Page) =>
    page.evaluate(
      ([source]) =>
        Reflect.apply(new Function(`return (${source})`)(), null, [
          document.getElementById("song"),
        ]),
      [String(use)],
    ) as Promise<unknown>;
  const session = await comparePage(browser, {
    page: "media.html",
    before: song((audio) => {
      audio.volume = 0.5;
      audio.currentTime = 3;
      return new Promise((resolve) => audio.addEventListener("seeked", resolve, { once: true }));
    }),
    steps: [
      song((audio) => audio.play().then(() => audio.pause())),
      song((audio) => {
        audio.currentTime = 12;
        return new Promise((resolve) => audio.addEventListener("seeked", resolve, { once: true }));
      }),
      song((audio) => {
        audio.muted = true;
        audio.loop = true;
        audio.playbackRate = 1.5;
        return new Promise((resolve) =>
          audio.addEventListener("ratechange", resolve, { once: true }),
        );
      }),
      song(async (audio) => {
        await audio.play();
        audio.pause();
        audio.currentTime = 15;
      }),
    ],
  });
  const states = eventsOf(session).filter(isOf(MEDIA_INTERACTION));
  const playing = states.map(({ data }) => data as { type: number; playbackRate: number });
  assert.ok(playing.some(({ type, playbackRate }) => type === PLAY && playbackRate === 1.5));
});

test("pictures are those that the visitor's screen chose", async () => {
  await comparePage(browser, {
    page: "pictures.html",
    context: { deviceScaleFactor: 2 },
    steps: [
      run(() => {
        const copy = document.getElementById("sharp")?.cloneNode() as HTMLImageElement;
        copy.id = "copy";
        document.body.append(copy);
      }),
    ],
  });
});

test("canvases show their pictures, and a masked one shows nothing", async () => {
  const seeAll = untilCanvasesAreSeen(3);
  const paintIn =
    (...color: [number, number, number]) =>
    async (page: Page) => {
      await page.evaluate((parts) => paint(...parts), color);
      await seeAll(page);
    };
  const session = await comparePage(browser, {
    page: "canvases.html",
    steps: [seeAll, paintIn(1, 0, 0), paintIn(0, 1, 0), paintIn(0, 0, 1)],
  });
  const drawings = eventsOf(session).filter(isOf(CANVAS_MUTATION));
  const perCanvas = Map.groupBy(drawings, ({ data }) => (data as { id: number }).id);
  assert.deepEqual(
    [...perCanvas.values()].map((events) => events.length),
    [4, 4, 4],
    "not exactly the blank canvas and its three colors",
  );
});

test("animations of scripts are where they were", async () => {
  const animate = (id: string, options: object) => (page: Page) =>
    page.evaluate(
      ([target, timing]) => {
        const animation = document.getElementById(target)?.animate(
          [
            { opacity: 1, translate: "0px" },
            { opacity: 0.2, translate: "80px" },
          ],
          timing,
        );
        Object.assign(globalThis, { [target]: animation });
        animation?.pause();
        if (animation) animation.currentTime = 500;
      },
      [id, options] as const,
    );
  const drive = (script: string) => (page: Page) => page.evaluate(script);
  await comparePage(browser, {
    page: "animations.html",
    before: animate("early", { duration: 1_000 }),
    steps: [
      animate("late", { duration: 2_000, fill: "forwards", easing: "ease-in" }),
      drive("late.finish()"),
      drive("early.cancel()"),
      animate("endless", { duration: 700, iterations: Number.POSITIVE_INFINITY }),
      drive("endless.currentTime = 100; endless.pause()"),
    ],
  });
});

function eventsOf(session: DecodedSession) {
  return session.windows.flatMap(({ events }) => events);
}

function isOf(source: number) {
  return ({ type, data }: { type: number; data: unknown }) =>
    type === 3 && (data as { source: number }).source === source;
}
