import { MEDIA_POSITION_MS } from "../limits.ts";
import { STATE_MEDIA } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { writeState } from "./element-state.ts";
import type { ElementStates } from "./node-entries.ts";

/** What videos and audio elements do, in the entries of their nodes, by tag name. */
export function startMedia(scope: Scope): Readonly<Record<string, ElementStates>> {
  const { reads, roots, writer, now } = scope;
  /** When the position of a medium was written. */
  const writtenAt = new WeakMap<Element, number>();

  function writeNumbers(medium: HTMLMediaElement): void {
    const { paused, muted, loop, currentTime, volume, playbackRate } = medium;
    writer.word((paused ? 0 : PLAYING) | (muted ? MUTED : 0) | (loop ? LOOPING : 0));
    writer.word(Math.round(currentTime * 1_000));
    writer.word(Math.round(volume * 100));
    writer.word(Math.round(playbackRate * 100));
    writtenAt.set(medium, now());
  }

  function writeEntry(element: Element): number {
    writer.word(STATE_MEDIA);
    writeNumbers(element as HTMLMediaElement);
    return 1;
  }

  function noteEvent({ target, type }: Event): void {
    const medium = target as HTMLMediaElement;
    if (!MEDIA.has(reads.tagName(medium))) {
      return;
    }
    const age = now() - (writtenAt.get(medium) ?? 0);
    if (type !== "timeupdate" || age >= MEDIA_POSITION_MS) {
      writeState(scope, medium, STATE_MEDIA, () => writeNumbers(medium));
    }
  }

  for (const type of EVENTS) {
    // They do not bubble.
    roots.listen(type, noteEvent);
  }
  return { VIDEO: writeEntry, AUDIO: writeEntry };
}

const EVENTS = ["play", "pause", "seeked", "volumechange", "ratechange", "timeupdate"];

const MEDIA = new Set(["VIDEO", "AUDIO"]);

const PLAYING = 1;
const MUTED = 2;
const LOOPING = 4;
