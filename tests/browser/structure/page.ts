import { Recorder } from "monitorme-recorder";

import { structurePicture } from "./picture.ts";

/** What a fixture page declares: closed roots for the picture, and what happens on the page. */
declare global {
  var steps: (() => unknown)[] | undefined;
}

/** What the tests need of a fixture page. */
export interface StructurePage {
  /** Records the steps of the page and pictures it before the first and after each. */
  run(): Promise<string[]>;
  flush(): Promise<boolean>;
}

const page: StructurePage = {
  async run() {
    await Recorder.init({ endpoint: location.origin, ingestKey: "test" });
    const pictures: string[] = [];
    for (const step of [() => {}, ...(globalThis.steps ?? [])]) {
      await step();
      // What the step did has been delivered to observers, and stays as it is.
      await new Promise((resolve) => setTimeout(resolve));
      pictures.push(structurePicture(document, location.href));
      Recorder.addEvent("checkpoint");
    }
    return pictures;
  },
  flush: () => Recorder.flush(),
};

Object.assign(globalThis, { structurePage: page });
