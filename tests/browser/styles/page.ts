import { Recorder } from "monitorme-recorder";

import { stylePicture } from "../../support/style-picture.ts";
import { SCENARIOS } from "./scenarios.ts";

/** What the test needs of the recorded page. */
export interface StylesPage {
  /** Plays a scenario and pictures the page before the first step and after each. */
  run(name: string): Promise<string[]>;
}

const page: StylesPage = {
  async run(name) {
    await Recorder.init({ endpoint: location.origin, ingestKey: "test" });
    const pictures: string[] = [];
    const look = async () => {
      // What scripts do to sheets is known once what they led to has been delivered.
      if (!(await Recorder.flush())) throw new Error("not everything was delivered");
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      pictures.push(stylePicture(document));
      Recorder.addEvent("checkpoint");
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

/** Longer than the recorder waits before it reads a sheet once more. */
const SETTLE_MS = 1_300;

Object.assign(globalThis, { stylesPage: page });
