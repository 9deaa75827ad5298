import { lastIndexAt, type RecordedWindow } from "../../decoding/recording.ts";
import type { Playback } from "./playback.ts";
import type { Viewport } from "./replay.ts";
import { usePlaybackState } from "./use-playback-state.ts";

interface AddressBarProps {
  readonly window: RecordedWindow;
  readonly playback: Playback;
  readonly viewport: Viewport | null;
}

/** Where the visitor was, and how large their page was. The address is text: it may be hostile. */
export function AddressBar({ window: recorded, playback, viewport }: AddressBarProps) {
  const index = usePlaybackState(playback, (state) =>
    lastIndexAt(recorded.addresses, state.timeMs),
  );
  const url = (recorded.addresses[index] ?? recorded.addresses[0])?.url ?? "";
  return (
    <div className="address-bar">
      <output className="address" aria-label="Address of the page" title={url}>
        {url}
      </output>
      {viewport ? (
        <output className="viewport-size numeric muted" aria-label="Size of the viewport">
          {viewport.width} × {viewport.height}
        </output>
      ) : null}
    </div>
  );
}
