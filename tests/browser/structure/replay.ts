import { Replayer } from "@rrweb/replay";
import { type eventWithTime, ReplayerEvents } from "@rrweb/types";

import { followStructure } from "../../../dashboard/src/session/player/structure.ts";
import { structurePicture } from "./picture.ts";

/** What the tests need of the page that replays as the dashboard does. */
export interface StructureReplay {
  /** Replays events from the first to the last and pictures the document at every checkpoint. */
  replay(events: eventWithTime[], pageUrl: string): string[];
  /** The texts of all frames of the page at its end. */
  frameTexts(events: eventWithTime[]): string[];
  /** Where the pointer is at the end, in pixels of the page's viewport. */
  pointer(events: eventWithTime[]): { x: number; y: number };
}

const page: StructureReplay = {
  replay(events, pageUrl) {
    const replayer = open(events);
    const pictures: string[] = [];
    replayer.on(ReplayerEvents.CustomEvent, (event) => {
      if ((event as { data: { tag: string } }).data.tag === "custom event") {
        pictures.push(structurePicture(documentOf(replayer), pageUrl));
      }
    });
    toEnd(replayer, events);
    replayer.destroy();
    return pictures;
  },

  frameTexts(events) {
    const replayer = open(events);
    toEnd(replayer, events);
    const frames = [...documentOf(replayer).querySelectorAll("iframe")];
    const texts = frames.map((frame) => frame.contentDocument?.body.textContent ?? "");
    replayer.destroy();
    return texts;
  },

  pointer(events) {
    const replayer = open(events);
    toEnd(replayer, events);
    const pointer = replayer.wrapper.querySelector<HTMLElement>(".replayer-mouse");
    const place = {
      x: Number.parseFloat(pointer?.style.left ?? ""),
      y: Number.parseFloat(pointer?.style.top ?? ""),
    };
    replayer.destroy();
    return place;
  },
};

function open(events: eventWithTime[]): Replayer {
  const replayer = new Replayer(events, { useVirtualDom: false, showWarning: true });
  followStructure(replayer);
  // The frame is not displayed until the replayer knows its size.
  replayer.iframe.style.display = "inherit";
  return replayer;
}

function toEnd(replayer: Replayer, events: eventWithTime[]): void {
  replayer.pause((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) + 1);
}

function documentOf(replayer: Replayer): Document {
  if (!replayer.iframe.contentDocument) throw new Error("the replay has no document");
  return replayer.iframe.contentDocument;
}

Object.assign(globalThis, { structureReplay: page });
