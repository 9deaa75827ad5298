import type { Playback } from "./playback.ts";

/** Plays if paused, pauses if playing. */
export function togglePlaying(playback: Playback): void {
  if (playback.state().playing) {
    playback.pause();
  } else {
    playback.play();
  }
}
