import {
  type DecodedJson,
  recordingFromJson,
} from "../../../dashboard/src/decoding/recording-from-json.ts";
import { openReplay, type Replay } from "../../../dashboard/src/session/player/replay.ts";

/** What a visit needs of a page with the dashboard's player. */
export interface ReplayedPage {
  /** Opens the last window of a decoded session. */
  open(decodedJson: string): Promise<void>;
  /** Shows a checkpoint, counted from 0, and says how things are. */
  lookAt(checkpoint: number): string;
  /** How things are now, without going anywhere. */
  look(): string;
}

/** A page whose replays `picture` describes as it does the recorded page. */
export function createReplayedPage(picture: (document: Document) => string): ReplayedPage {
  let replay: Replay;
  let checkpointTimes: number[] = [];

  const page: ReplayedPage = {
    async open(decodedJson) {
      const decoded = JSON.parse(decodedJson) as DecodedJson;
      const recording = recordingFromJson(decoded);
      const recorded = recording?.windows.at(-1);
      if (!recording || !recorded) throw new Error("nothing was recorded");
      checkpointTimes = recording.activity
        .filter((entry) => entry.kind === "custom" && entry.label === "checkpoint")
        .map((entry) => entry.atMs);
      await new Promise<void>((resolve) => {
        replay = openReplay({
          window: recorded,
          root: document.body,
          pointerTrail: false,
          onViewport: ({ width, height }) => {
            for (const [name, size] of Object.entries({ width, height })) {
              document.querySelector("iframe")?.setAttribute(name, String(size));
            }
          },
          onReady: resolve,
        });
      });
    },
    lookAt(checkpoint) {
      const time = checkpointTimes[checkpoint];
      if (time === undefined) throw new Error(`there is no checkpoint ${checkpoint}`);
      replay.showAt(time);
      return page.look();
    },
    look() {
      const frame = document.querySelector("iframe");
      if (!frame?.contentDocument) throw new Error("the replay has no document");
      return picture(frame.contentDocument);
    },
  };
  return page;
}
