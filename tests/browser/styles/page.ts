import { Recorder } from "monitorme-recorder";

import { stylePicture } from "../../support/style-picture.ts";
import { SCENARIOS } from "./scenarios.ts";

/** What the test needs of the recorded page. */
export interface StylesPage {
  /** Starts the recorder. */
  start(): Promise<void>;
  /** Has all delivered; resolves to whether that worked. */
  flush(): Promise<boolean>;
  /** Plays a scenario and pictures the page before the first step and after each. */
  run(name: string): Promise<string[]>;
}

const page: StylesPage = {
  async start() {
    // Documents are compared, so nothing is hidden.
    await Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      privacy: { level: "allow" },
      start: "at-once",
    });
  },
  flush: () => Recorder.flush(),
  async run(name) {
    await page.start();
    const pictures: string[] = [];
    const look = async () => {
      if (!(await Recorder.flush())) throw new Error("not everything was delivered");
      await pause(READ_MS);
      pictures.push(stylePicture(document));
      Recorder.addEvent("checkpoint");
      // What comes next is to have a later time.
      await pause(READ_MS);
    };
    await look();
    for (const step of SCENARIOS[name]?.steps ?? []) {
      await step();
      await look();
    }
    if (!(await Recorder.flush())) throw new Error("not everything was delivered");
    return pictures;
  },
};

/** Long enough for the recorder to read large sheets, a slice at a time. */
const READ_MS = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

Object.assign(globalThis, { stylesPage: page });
