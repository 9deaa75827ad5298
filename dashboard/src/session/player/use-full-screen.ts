import { type RefObject, useCallback, useEffect, useState } from "react";

/** Whether an element fills the screen, and the way to change that. */
export interface FullScreen {
  readonly active: boolean;
  readonly toggle: () => void;
}

/** Lets an element fill the screen. */
export function useFullScreen(ref: RefObject<Element | null>): FullScreen {
  const [active, setActive] = useState(false);

  useEffect(() => {
    const onChange = () =>
      setActive(document.fullscreenElement !== null && document.fullscreenElement === ref.current);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, [ref]);

  const toggle = useCallback(() => {
    // Refused where a browser or a surrounding page forbids it; the view then stays as it is.
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : ref.current?.requestFullscreen();
    change?.catch(() => undefined);
  }, [ref]);

  return { active, toggle };
}
