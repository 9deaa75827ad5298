import { type RefObject, useEffect, useRef, useState } from "react";
import type { RecordedWindow } from "../../decoding/recording.ts";
import type { Playback } from "./playback.ts";
import { openReplay, type Replay, type Viewport } from "./replay.ts";

interface OpenedReplay {
  /** The element the page is built in. */
  readonly rootRef: RefObject<HTMLDivElement | null>;
  /** Why there is no replay, if the recording broke the replayer. */
  readonly failure: string | null;
}

/** Keeps a replay of the window open and hands it to the playback once it can be watched. */
export function useReplay(
  recorded: RecordedWindow,
  playback: Playback,
  onViewport: (viewport: Viewport) => void,
): OpenedReplay {
  const rootRef = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const root = rootRef.current;
    if (root === null) {
      return;
    }
    let replay: Replay | null = null;
    let closed = false;
    const guarded = (open: () => void) => {
      try {
        open();
      } catch (error) {
        // The recording is hostile content; whatever the replayer stumbles over is shown.
        setFailure(error instanceof Error ? error.message : String(error));
      }
    };
    setFailure(null);
    guarded(() => {
      replay = openReplay({
        window: recorded,
        root,
        pointerTrail: !matchMedia("(prefers-reduced-motion: reduce)").matches,
        onViewport,
        onReady: () => {
          if (!closed) {
            guarded(() => replay && playback.attach(recorded, replay));
          }
        },
      });
    });
    return () => {
      closed = true;
      playback.detach();
      replay?.close();
    };
  }, [recorded, playback, onViewport]);

  return { rootRef, failure };
}
