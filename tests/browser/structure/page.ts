import { Recorder } from "monitorme-recorder";

import { structurePicture } from "./picture.ts";

declare global {
  /** What happens on a fixture page, one thing after the other. */
  var steps: (() => unknown)[] | undefined;
  /** What the recorder patches in the windows of a fixture page, as it was. */
  var originals: Set<unknown> | undefined;
}

/** What the tests need of a fixture page. */
export interface StructurePage {
  /** Records the steps of the page and pictures it before the first and after each. */
  run(): Promise<string[]>;
  stop(): Promise<boolean>;
}

const page: StructurePage = {
  async run() {
    await Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      start: "at-once",
      privacy: { level: "allow" },
    });
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
  stop: () => Recorder.stop(),
};

Object.assign(globalThis, { structurePage: page });
