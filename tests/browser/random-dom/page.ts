import { Recorder } from "monitorme-recorder";

import { domPicture } from "../../support/dom-picture.ts";
import { runScript } from "./scripts.ts";

/** What the test needs of the page. */
export interface RandomDomPage {
  /** Runs the scripts of these seeds and pictures the document after each. */
  run(seeds: number[]): Promise<string[]>;
}

const page: RandomDomPage = {
  async run(seeds) {
    await Recorder.init({ endpoint: location.origin, ingestKey: "test" });
    const pictures: string[] = [];
    for (const seed of seeds) {
      await runScript(document, seed);
      // The recorder reads mutations at the end of a task; what follows is another one.
      await new Promise((resolve) => setTimeout(resolve));
      pictures.push(domPicture(document, location.href));
      Recorder.addEvent("checkpoint", { seed });
    }
    if (!(await Recorder.flush())) throw new Error("not everything was delivered");
    return pictures;
  },
};

Object.assign(globalThis, { randomDomPage: page });
