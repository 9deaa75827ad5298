import { Replayer } from "@rrweb/replay";
import type { eventWithTime } from "@rrweb/types";

import { stylePicture } from "../../support/style-picture.ts";

/** What the test needs of the page that replays. */
export interface StylesReplay {
  /** Replays events from the first to the last and pictures the page at every checkpoint. */
  replay(events: eventWithTime[]): Promise<string[]>;
}

const page: StylesReplay = {
  async replay(events) {
    const replayer = new Replayer(events, { useVirtualDom: false, showWarning: true });
    const start = events[0]?.timestamp ?? 0;
    const pictures: string[] = [];
    const checkpoints = events.filter(
      ({ type, data }) => type === 5 && Reflect.get(data, "tag") === "custom event",
    );
    for (const { timestamp } of checkpoints) {
      replayer.pause(timestamp - start + 0.5);
      await replayer.iframe.contentDocument?.fonts.ready;
      pictures.push(stylePicture(replayer.iframe.contentDocument as Document));
    }
    replayer.destroy();
    return pictures;
  },
};

Object.assign(globalThis, { stylesReplay: page });
