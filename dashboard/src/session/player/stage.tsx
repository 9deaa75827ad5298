import "./stage.css";

import type { CSSProperties } from "react";
import type { RecordedWindow } from "../../decoding/recording.ts";
import { Icon } from "../../elements/icon.tsx";
import { useSize } from "../../elements/use-size.ts";
import type { Playback } from "./playback.ts";
import type { Viewport } from "./replay.ts";
import { togglePlaying } from "./toggle-playing.ts";
import { usePlaybackState } from "./use-playback-state.ts";
import { useReplay } from "./use-replay.ts";

// A recording tells the size of its page at its start; until then the stage keeps a common one.
const COMMON_VIEWPORT: Viewport = { width: 1280, height: 720 };

interface StageProps {
  readonly window: RecordedWindow;
  readonly playback: Playback;
  readonly viewport: Viewport | null;
  readonly onViewport: (viewport: Viewport) => void;
}

/** The visitor's page, scaled to the room there is. */
export function Stage({ window: recorded, playback, viewport, onViewport }: StageProps) {
  const [stageRef, room] = useSize<HTMLElement>();
  const { rootRef, failure } = useReplay(recorded, playback, onViewport);
  const ready = usePlaybackState(playback, (state) => state.ready);
  const skipping = usePlaybackState(playback, (state) => state.skipping);
  const waits = usePlaybackState(
    playback,
    (state) => state.ready && !state.playing && state.timeMs <= recorded.startMs,
  );
  const page = viewport ?? COMMON_VIEWPORT;
  const scale = room ? Math.min(room.width / page.width, room.height / page.height) : 0;

  return (
    <section
      className="stage"
      ref={stageRef}
      aria-label="Replay"
      aria-busy={!ready && failure === null}
      style={
        {
          "--page-width": page.width,
          "--page-height": page.height,
          "--scale": scale,
        } as CSSProperties
      }
    >
      <div className="stage-page" ref={rootRef} />
      {failure === null ? null : (
        <p className="alert stage-note" role="alert">
          The replay failed: {failure}
        </p>
      )}
      {skipping ? <p className="stage-note stage-skipping">Skipping inactivity</p> : null}
      {/* The play button again, for those who click on the page; readers need it only once. */}
      <button
        type="button"
        className="stage-toggle"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => togglePlaying(playback)}
      >
        {waits ? <Icon name="play" /> : null}
      </button>
    </section>
  );
}
