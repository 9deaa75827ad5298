import { Recorder } from "monitorme-recorder";

import { domPicture } from "../../support/dom-picture.ts";
import { yieldToSlices } from "../../support/slicing.ts";

/** What the test needs of a page that changes faster than anybody can watch. */
export interface StormPage {
  start(): Promise<void>;
  /** Changes attributes and texts of rows that are known this many times, in one task. */
  changeQuickly(times: number): Promise<void>;
  /** Has subtrees of this many elements come and go, and the last one stay. */
  rebuild(times: number, elements: number): void;
  flush(): Promise<boolean>;
  /** Marks the end for the replay and pictures the document. */
  finish(): Promise<string>;
}

/** Far more slices than anything on this page takes. */
const SLICES_MAX = 200;
/** Elements among which the changes go round. */
const ROWS = 50;

const page: StormPage = {
  start: () =>
    Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      start: "at-once",
      privacy: { level: "allow" },
    }),

  async changeQuickly(times) {
    const rows = rowsOf(ROWS);
    document.body.append(...rows);
    // Changes of what is not known yet cost nothing: it is read as it is in the end.
    await new Promise((resolve) => setTimeout(resolve));
    for (let change = 0; change < times; change += 1) {
      const row = rows[change % ROWS];
      row?.setAttribute("data-count", String(change));
      if (row?.firstChild) row.firstChild.nodeValue = `change ${change}`;
    }
  },

  rebuild(times, elements) {
    for (let time = 0; time < times; time += 1) {
      const section = document.createElement("section");
      section.append(...rowsOf(elements));
      document.querySelector("section")?.remove();
      document.body.append(section);
    }
  },

  flush: () => Recorder.flush(),

  async finish() {
    await yieldToSlices(SLICES_MAX);
    Recorder.addEvent("checkpoint");
    await Recorder.flush();
    return domPicture(document, location.href, "allow");
  },
};

function rowsOf(count: number): HTMLElement[] {
  return Array.from({ length: count }, (_, index) => {
    const row = document.createElement("p");
    row.textContent = `row ${index}`;
    return row;
  });
}

Object.assign(globalThis, { stormPage: page });
