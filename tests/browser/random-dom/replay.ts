import { Replayer } from "@rrweb/replay";
import { type eventWithTime, ReplayerEvents } from "@rrweb/types";

import { domPicture } from "../../support/dom-picture.ts";
import { sheetPicture } from "../../support/sheet-picture.ts";
import type { Picture } from "./page.ts";

/** What the test needs of the page that replays. */
export interface ReplayPage {
  /** Replays events from the first to the last and pictures the document at every checkpoint. */
  replay(events: eventWithTime[], pageUrl: string): Picture[];
  /**
   * Jumps to the end, for which the replayer uses a virtual document, and pictures that. Changes of
   * adopted sheets are lost on such jumps, as the replayer applies them before the adoptions.
   */
  seek(events: eventWithTime[], pageUrl: string): string;
}

const page: ReplayPage = {
  replay(events, pageUrl) {
    const replayer = new Replayer(events, { useVirtualDom: false, showWarning: true });
    const pictures: Picture[] = [];
    replayer.on(ReplayerEvents.CustomEvent, (event) => {
      const { tag, payload } = (event as { data: { tag: string; payload: { name?: string } } })
        .data;
      if (tag === "custom event" && payload.name === "checkpoint") {
        pictures.push({
          dom: picture(replayer, pageUrl),
          sheets: sheetPicture(replayer.iframe.contentDocument as Document),
        });
      }
    });
    replayer.pause(duration(events));
    replayer.destroy();
    return pictures;
  },

  seek(events, pageUrl) {
    const replayer = new Replayer(events, { showWarning: true });
    replayer.pause(duration(events));
    const last = picture(replayer, pageUrl);
    replayer.destroy();
    return last;
  },
};

function duration(events: eventWithTime[]): number {
  return (events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) + 1;
}

function picture(replayer: Replayer, pageUrl: string): string {
  if (!replayer.iframe.contentDocument) throw new Error("the replay has no document");
  return domPicture(replayer.iframe.contentDocument, pageUrl, "allow");
}

Object.assign(globalThis, { replayPage: page });
