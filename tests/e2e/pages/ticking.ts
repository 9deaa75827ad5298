import { Recorder } from "monitorme-recorder";

import { journalNames } from "../../support/journal-names.ts";

/** What tests need of a page that changes all the time. */
export interface TickingPage {
  start(endpoint: string, ingestKey: string, intervalMs: number): Promise<string>;
  /** Records a page on which nothing happens. */
  visit(endpoint: string, ingestKey: string): Promise<void>;
  /** Names of the journals of this origin's pages for an edge. */
  journals(endpoint: string): Promise<string[]>;
  /** Number of the last tick: also a node of the page and an event of the recording. */
  lastTick(): number;
  stopTicking(): void;
  flush(): Promise<boolean>;
}

/** Where a test wants to hear of each tick. */
declare const onTick: ((number: number) => void) | undefined;

/** Tests decide on the fate of batches by counting requests. */
const OPTIONS = { start: "at-once", remoteSettings: false } as const;

let ticks = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const page: TickingPage = {
  async start(endpoint, ingestKey, intervalMs) {
    await Recorder.init({ ...OPTIONS, endpoint, ingestKey, privacy: { level: "allow" } });
    timer = setInterval(tick, intervalMs);
    return Recorder.sessionId ?? "";
  },
  visit: (endpoint, ingestKey) => Recorder.init({ ...OPTIONS, endpoint, ingestKey }),
  journals: journalNames,
  lastTick: () => ticks,
  stopTicking: () => clearInterval(timer),
  flush: () => Recorder.flush(),
};

function tick(): void {
  ticks += 1;
  const line = document.createElement("p");
  line.textContent = `tick ${ticks}`;
  document.body.append(line);
  Recorder.addEvent("tick", { number: ticks });
  if (typeof onTick === "function") onTick(ticks);
}

Object.assign(globalThis, { tickingPage: page });
