import type { RecorderApi, RecorderOptions } from "monitorme-recorder";

import { structurePicture } from "../../browser/structure/picture.ts";

/** What tests need of a page of which only some visits are recorded. */
export interface SampledPage {
  /** Starts the published form of the package; the id of the session. */
  init(options: RecorderOptions): Promise<string | null>;
  /** Adds a line and has it noted. How the page looks then. */
  show(line: string): string;
  /** Has the page fail as scripts do. */
  fail(): void;
  /** Takes turns with another tab: each notes a number when it has heard of the one before. */
  takeTurns(count: number, isFirst: boolean): Promise<void>;
}

declare const Recorder: RecorderApi;

const page: SampledPage = {
  async init(options) {
    Object.assign(globalThis, await import(new URL("/index.js", location.href).href));
    await Recorder.init({ start: "at-once", privacy: { level: "allow" }, ...options });
    return Recorder.sessionId;
  },
  show(text) {
    const line = document.createElement("p");
    line.textContent = text;
    document.body.append(line);
    const picture = structurePicture(document, location.href);
    Recorder.addEvent("shown", { text });
    return picture;
  },
  fail() {
    setTimeout(() => {
      throw new Error("checkout failed");
    });
  },
  takeTurns(count, isFirst) {
    const channel = new BroadcastChannel("turns");
    return new Promise((resolve) => {
      const take = (turn: number) => {
        Recorder.addEvent("turn", { text: String(turn) });
        channel.postMessage(turn);
        if (turn + 1 >= count) resolve();
      };
      channel.onmessage = ({ data: turn }) => {
        // Far enough apart for a clock of milliseconds.
        if (turn + 1 < count) setTimeout(take, 2, turn + 1);
        if (turn + 1 >= count) resolve();
      };
      if (isFirst) take(0);
    });
  },
};

Object.assign(globalThis, { sampledPage: page });
