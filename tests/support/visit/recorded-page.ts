import { yieldToSlices } from "../slicing.ts";

/** Far more slices than anything on these pages takes. */
const SLICES_MAX = 200;

/** What a visit needs of a page that is recorded. */
export interface RecordedPage {
  /** Resolves once the page is being recorded. */
  start(): Promise<void>;
  /** Marks this moment in the recording; says how things are. */
  look(): Promise<string>;
  /** Delivers everything. */
  flush(): Promise<void>;
  /** How many pictures of canvases have been taken. */
  bitmapCount(): number;
}

/** What the page uses of the recorder. */
interface RecorderInUse {
  addEvent(name: string): void;
  flush(): Promise<boolean>;
}

/**
 * A page that starts by `start`; `picture` says how it looks. To be called before the recorder is
 * started.
 */
export function createRecordedPage(
  recorder: RecorderInUse,
  picture: (document: Document) => string,
  start: () => Promise<void>,
): RecordedPage {
  let bitmapCount = 0;
  const { createImageBitmap } = window;
  window.createImageBitmap = async (...values: unknown[]) => {
    const bitmap = await Reflect.apply(createImageBitmap, window, values);
    bitmapCount += 1;
    return bitmap;
  };

  return {
    start,
    async look() {
      // Changes are announced by events of their own tasks, and styles change with the frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await yieldToSlices(SLICES_MAX);
      // The drawing buffer of WebGL lasts until its frame is shown.
      const seen = await new Promise<string>((resolve) =>
        requestAnimationFrame(() => resolve(picture(document))),
      );
      recorder.addEvent("checkpoint");
      return seen;
    },
    async flush() {
      if (!(await recorder.flush())) throw new Error("not everything was delivered");
    },
    bitmapCount: () => bitmapCount,
  };
}
