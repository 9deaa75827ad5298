import { Recorder, type RecorderOptions } from "monitorme-recorder";

import { domPicture } from "../../support/dom-picture.ts";
import { sheetPicture } from "../../support/sheet-picture.ts";
import { shortenSlices, yieldToSlices } from "../../support/slicing.ts";
import { closedRoots, isElement, isFrame, nodesWithin } from "./nodes.ts";
import { seededRandom } from "./random.ts";
import { runScript } from "./scripts.ts";
import { newSubtree } from "./subtrees.ts";

/** How a document looks at one instant. */
export interface Picture {
  readonly dom: string;
  readonly sheets: string;
}

/** What the test needs of the page. */
export interface RandomDomPage {
  /** Runs the scripts of these seeds and pictures the document after each. */
  run(seeds: number[]): Promise<Picture[]>;
  /**
   * The same on a larger page, with slices so short that the first snapshot and most scripts take
   * many of them, while the scripts go on.
   */
  runSliced(seeds: number[]): Promise<Picture[]>;
}

/** Nodes to begin with, when slices are short: some forty slices. */
const SLICED_NODES = 1_500;
/** Far more slices than anything on these pages takes. */
const SLICES_MAX = 200;

/** Documents are compared, so nothing is hidden. */
const OPTIONS: RecorderOptions = {
  endpoint: location.origin,
  ingestKey: "test",
  start: "at-once",
  // Nothing arrives while something yields again and again.
  remoteSettings: false,
  privacy: { level: "allow" },
};

const page: RandomDomPage = {
  async run(seeds) {
    await Recorder.init(OPTIONS);
    return runScripts(seeds, () => new Promise((resolve) => setTimeout(resolve)));
  },

  async runSliced(seeds) {
    const random = seededRandom(seeds[0] ?? 0);
    while (document.getElementsByTagName("*").length < SLICED_NODES) {
      document.body.append(newSubtree(document, random));
    }
    shortenSlices();
    const { insertRule } = CSSStyleSheet.prototype;
    const started = Recorder.init(OPTIONS);
    // The part of the recorder that knows of sheets is loaded by itself.
    while (CSSStyleSheet.prototype.insertRule === insertRule) await yieldToSlices(1);
    const pictures = await runScripts(seeds, () => yieldToSlices(SLICES_MAX));
    await started;
    return pictures;
  },
};

/** `settle` waits until the recorder has read what a script did. */
async function runScripts(seeds: number[], settle: () => Promise<void>): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const seed of seeds) {
    await runScript(document, seed);
    await settle();
    // Frames do not get on while something yields again and again.
    while (!framesAreLoaded()) await new Promise((resolve) => setTimeout(resolve));
    await settle();
    pictures.push({
      dom: domPicture(document, location.href, "allow"),
      sheets: sheetPicture(document),
    });
    Recorder.addEvent("checkpoint", { seed });
  }
  if (!(await Recorder.flush())) throw new Error("not everything was delivered");
  return pictures;
}

/** A frame with a document of its own holds an empty one until that has come. */
function framesAreLoaded(): boolean {
  return nodesWithin(document.body)
    .filter((node) => isElement(node) && isFrame(node))
    .every((frame) => {
      const content = (frame as HTMLIFrameElement).contentDocument;
      const isThere =
        (frame as Element).hasAttribute("srcdoc") === (content?.URL === "about:srcdoc");
      return isThere && content?.readyState === "complete" && content.documentElement !== null;
    });
}

Object.assign(globalThis, { randomDomPage: page, closedRoots });
