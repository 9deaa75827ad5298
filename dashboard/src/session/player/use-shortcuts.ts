import { useEffect } from "react";
import { JUMP_MS, PLAYBACK_SPEEDS } from "../../limits.ts";
import type { Playback } from "./playback.ts";
import { togglePlaying } from "./toggle-playing.ts";

/** What a key does besides what the playback itself can do. */
export interface ShortcutActions {
  readonly stepActivity: (direction: 1 | -1) => void;
  readonly toggleFullScreen: () => void;
}

/** Keys of the session page. They rest while a field, or a control that uses the key, has the focus. */
export function useShortcuts(playback: Playback, actions: ShortcutActions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const shortcut = isTakenByFocus(event) ? undefined : shortcutFor(event, playback, actions);
      if (shortcut) {
        event.preventDefault();
        shortcut();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [playback, actions]);
}

function shortcutFor(
  event: KeyboardEvent,
  playback: Playback,
  actions: ShortcutActions,
): (() => void) | undefined {
  const { timeMs, skipInactivity } = playback.state();
  switch (event.key) {
    case " ":
    case "k":
      return () => togglePlaying(playback);
    case "ArrowLeft":
      return event.shiftKey
        ? () => actions.stepActivity(-1)
        : () => playback.seek(timeMs - JUMP_MS);
    case "ArrowRight":
      return event.shiftKey ? () => actions.stepActivity(1) : () => playback.seek(timeMs + JUMP_MS);
    case "<":
      return () => changeSpeed(playback, -1);
    case ">":
      return () => changeSpeed(playback, 1);
    case "s":
      return () => playback.setSkipInactivity(!skipInactivity);
    case "f":
      return actions.toggleFullScreen;
    default:
      return undefined;
  }
}

function changeSpeed(playback: Playback, steps: number): void {
  const speeds: readonly number[] = PLAYBACK_SPEEDS;
  const speed = speeds[speeds.indexOf(playback.state().speed) + steps];
  if (speed !== undefined) {
    playback.setSpeed(speed);
  }
}

function isTakenByFocus(event: KeyboardEvent): boolean {
  const focused = event.target instanceof Element ? event.target : null;
  if (focused?.closest("input:not([type=range]):not([type=checkbox]), textarea, select")) {
    return true;
  }
  return event.key === " " && focused?.closest("button, a, input") !== null;
}
