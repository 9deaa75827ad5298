import { useEffect } from "react";
import { PLACE_WRITE_DELAY_MS } from "../../limits.ts";
import { queryWithPlace } from "./place.ts";
import type { Playback } from "./playback.ts";

/** Keeps the place on screen in the address of the page, so that a copied link leads back to it. */
export function usePlaceInAddress(playback: Playback, windowId: string | null): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      const { timeMs } = playback.state();
      const query = queryWithPlace(window.location.search, { timeMs, windowId });
      window.history.replaceState(window.history.state, "", query);
    };
    // While playing, the address would be out of date with the next frame.
    const onChange = () => {
      clearTimeout(timer);
      if (playback.state().ready && !playback.state().playing) {
        timer = setTimeout(write, PLACE_WRITE_DELAY_MS);
      }
    };
    const leave = playback.subscribe(onChange);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [playback, windowId]);
}
