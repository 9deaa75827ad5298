import { Recorder } from "monitorme-recorder";

/** What tests need of a page that changes all the time. */
export interface TickingPage {
  start(endpoint: string, ingestKey: string, intervalMs: number): Promise<string>;
  /** Number of the last tick: also a node of the page and an event of the recording. */
  lastTick(): number;
  stopTicking(): void;
  flush(): Promise<boolean>;
}

let ticks = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const page: TickingPage = {
  async start(endpoint, ingestKey, intervalMs) {
    await Recorder.init({ endpoint, ingestKey, privacy: { level: "allow" } });
    timer = setInterval(tick, intervalMs);
    return Recorder.sessionId ?? "";
  },
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
}

Object.assign(globalThis, { tickingPage: page });
