import { Recorder } from "monitorme-recorder";

import { journalNames } from "../../support/journal-names.ts";
import { statePicture } from "./state-picture.ts";

/** What tests need of a page that is recorded. */
export interface RecordedPage {
  start(): Promise<void>;
  /** Marks this moment in the recording; says how things are. */
  look(): Promise<string[]>;
  /** Delivers everything. */
  flush(): Promise<void>;
  /** How many journals there are for this server. */
  journalCount(): Promise<number>;
  /** How many pictures of canvases have been taken. */
  bitmapCount(): number;
}

let bitmapCount = 0;
const { createImageBitmap } = window;
window.createImageBitmap = async (...values: unknown[]) => {
  const bitmap = await Reflect.apply(createImageBitmap, window, values);
  bitmapCount += 1;
  return bitmap;
};

const page: RecordedPage = {
  start: () =>
    Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      start: "at-once",
      privacy: { level: "allow" },
      canvas: { intervalMs: 200 },
    }),
  async look() {
    // Changes are announced by events of their own tasks, and styles change with the frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    // The drawing buffer of WebGL lasts until its frame is shown.
    const picture = await new Promise<string[]>((resolve) =>
      requestAnimationFrame(() => resolve(statePicture(document))),
    );
    Recorder.addEvent("checkpoint");
    return picture;
  },
  async flush() {
    if (!(await Recorder.flush())) throw new Error("not everything was delivered");
  },
  journalCount: async () => (await journalNames(location.origin)).length,
  bitmapCount: () => bitmapCount,
};

Object.assign(globalThis, { recordedPage: page });
