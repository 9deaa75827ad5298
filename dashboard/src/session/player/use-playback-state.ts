import { useSyncExternalStore } from "react";
import type { Playback, PlaybackState } from "./playback.ts";

/**
 * One fact of a playback. While playing, the time changes with every frame: choose the coarsest
 * fact that serves, and only what draws the time itself is drawn anew each time.
 */
export function usePlaybackState<Fact>(
  playback: Playback,
  choose: (state: PlaybackState) => Fact,
): Fact {
  return useSyncExternalStore(playback.subscribe, () => choose(playback.state()));
}
