import type { Replayer } from "@rrweb/replay";
import type { RrwebEvent } from "../../../decoding/rrweb-event.ts";
import { type Animations, createAnimations, type ReplayClock } from "./animations.ts";
import { createCanvases, pictureIn } from "./canvases.ts";
import { showFiles, showIndeterminate } from "./controls.ts";
import { placeInTopLayer } from "./top-layer.ts";
import { readZoom, showZoom } from "./zoom.ts";

/** Plays what rrweb's format has no words for, as a plugin of the stock replayer. */
export interface StatePlugin {
  handler(event: RrwebEvent, isSync: boolean, context: { replayer: Replayer }): void;
  /** Tells the time after every change of it, and whether and how fast it goes on. */
  follow(clock: ReplayClock): void;
}

/** What the plugin gets is hostile: a state that cannot be played is left out. */
export function createStatePlugin(): StatePlugin {
  const animations = createAnimations();
  const canvases = createCanvases();

  function play(event: RrwebEvent, replayer: Replayer): void {
    const data = event.data as EventData;
    if (event.type === FULL_SNAPSHOT) {
      animations.clear();
      showZoom(replayer.wrapper, null);
    } else if (event.type === CUSTOM && data.tag === "visual viewport") {
      showZoom(replayer.wrapper, readZoom(data.payload));
    } else if (event.type === CUSTOM && data.tag === "element state") {
      const state = data.payload as ElementState;
      const element = replayer.getMirror().getNode(Number(state.id));
      if (element?.nodeType === Node.ELEMENT_NODE) {
        showState(element as HTMLElement, state, animations, event.timestamp);
      }
    } else if (event.type === INCREMENTAL && data.source === CANVAS_MUTATION) {
      const canvas = replayer.getMirror().getNode(Number(data.id));
      const picture = pictureIn(data.commands);
      if (canvas?.nodeName === "CANVAS" && picture !== null) {
        canvases.show(canvas as HTMLCanvasElement, picture);
      }
    }
  }

  return {
    handler(event, _isSync, { replayer }) {
      try {
        play(event, replayer);
      } catch {
        // The page may be in a state that does not allow what the recording says of it.
      }
    },
    follow: animations.follow,
  };
}

function showState(
  element: HTMLElement,
  state: ElementState,
  animations: Animations,
  momentMs: number,
): void {
  if (typeof state.topLayer === "string") {
    placeInTopLayer(element, state.topLayer);
  }
  if (typeof state.indeterminate === "boolean") {
    showIndeterminate(element, state.indeterminate);
  }
  if (typeof state.files === "number") {
    showFiles(element, state.files);
  }
  if (Array.isArray(state.animations)) {
    animations.set(element, state.animations, momentMs);
  }
}

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const CUSTOM = 5;
const CANVAS_MUTATION = 9;

interface EventData {
  readonly tag?: unknown;
  readonly payload?: unknown;
  readonly source?: unknown;
  readonly id?: unknown;
  readonly commands?: unknown;
}

interface ElementState {
  readonly id?: unknown;
  readonly topLayer?: unknown;
  readonly indeterminate?: unknown;
  readonly files?: unknown;
  readonly animations?: unknown;
}
