import { Replayer } from "@rrweb/replay";
import type { RecordedWindow } from "../../decoding/recording.ts";
import { keepFocus } from "./keep-focus.ts";
import { replayableEvents } from "./replayable-events.ts";
import { scrollAtOnce } from "./scroll-at-once.ts";
import { createStatePlugin } from "./states/state-plugin.ts";
import { followStructure } from "./structure.ts";

/** Size of the visitor's viewport in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** One window of a recording, rebuilt in an iframe. Times count from the start of the recording. */
export interface Replay {
  /** Shows the page as it was at `timeMs`, records of that very millisecond included. */
  showAt(timeMs: number): void;
  playFrom(timeMs: number): void;
  pause(): void;
  /** Sets the speed at once, also while playing. */
  setSpeed(speed: number): void;
  timeMs(): number;
  /** Removes the page and everything that was built for it. */
  close(): void;
}

interface ReplayOptions {
  readonly window: RecordedWindow;
  /** Where the iframe is put. Must be in the document. */
  readonly root: HTMLElement;
  readonly pointerTrail: boolean;
  readonly onViewport: (viewport: Viewport) => void;
  /** Called once, as soon as the first full snapshot stands and `showAt` works. */
  readonly onReady: () => void;
}

type ReplayPlugin = NonNullable<
  NonNullable<ConstructorParameters<typeof Replayer>[1]>["plugins"]
>[number];

// The replayer applies what lies before a time; records have whole milliseconds.
const JUST_AFTER_MS = 0.5;

/**
 * Rebuilds a window with the stock rrweb replayer. The recording is hostile content: the replayer
 * puts it into an iframe whose sandbox allows no script, and that must stay so.
 */
export function openReplay(options: ReplayOptions): Replay {
  const { window: recorded, root } = options;
  const states = createStatePlugin();
  const replayer = new Replayer(
    replayableEvents(recorded) as unknown as ConstructorParameters<typeof Replayer>[0],
    {
      root,
      UNSAFE_replayCanvas: false,
      plugins: [states as unknown as ReplayPlugin],
      // What the replayer collects in its virtual document on one seek leaks into the next one:
      // scroll positions for certain (rrweb issue 1472), nodes now and then (issue 1358).
      useVirtualDom: false,
      // The focus belongs to the person at the dashboard, who may be using the keyboard.
      triggerFocus: false,
      // Inactivity is skipped by `playback.ts`, which also draws it.
      skipInactive: false,
      mouseTail: options.pointerTrail
        ? { strokeStyle: "rgb(20 150 140 / 0.7)", lineWidth: 3 }
        : false,
    },
  );
  replayer.iframe.title = "Replay of the visitor's page";
  replayer.iframe.tabIndex = -1;
  scrollAtOnce(replayer.iframe);
  keepFocus(replayer.iframe);
  followStructure(replayer);
  replayer.on("resize", (size) => options.onViewport(size as Viewport));
  afterFirstSnapshot(replayer, options.onReady);

  const earliestMs = recorded.firstSnapshotMs ?? recorded.startMs;
  const offsetOf = (timeMs: number) =>
    Math.max(timeMs, earliestMs) - recorded.startMs + JUST_AFTER_MS;

  let speed = 1;
  let isPlaying = false;
  const go = (change: () => void, plays: boolean) => {
    change();
    isPlaying = plays;
    states.follow({
      momentMs: replayer.getCurrentTime() + replayer.getMetaData().startTime,
      speed: isPlaying ? speed : 0,
    });
  };

  return {
    showAt: (timeMs) => go(() => replayer.pause(offsetOf(timeMs)), false),
    playFrom: (timeMs) => go(() => replayer.play(offsetOf(timeMs)), true),
    pause: () => go(() => replayer.pause(), false),
    setSpeed: (newSpeed) => {
      speed = newSpeed;
      go(() => replayer.setConfig({ speed }), isPlaying);
    },
    timeMs: () => replayer.getCurrentTime() + recorded.startMs,
    close: () => replayer.destroy(),
  };
}

// The replayer builds the first snapshot by itself in a later task and then sets the size of the
// first page; seeking earlier would have that size overwrite the right one.
function afterFirstSnapshot(replayer: Replayer, onReady: () => void): void {
  const onRebuilt = () => {
    replayer.off("fullsnapshot-rebuilded", onRebuilt);
    queueMicrotask(onReady);
  };
  replayer.on("fullsnapshot-rebuilded", onRebuilt);
}
