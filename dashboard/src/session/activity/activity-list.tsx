import { type KeyboardEvent, useRef } from "react";
import { type Activity, lastIndexAt, type RecordedWindow } from "../../decoding/recording.ts";
import type { Playback } from "../player/playback.ts";
import { usePlaybackState } from "../player/use-playback-state.ts";
import { ActivityRow } from "./activity-row.tsx";
import type { Row } from "./rows.ts";
import { useFollow } from "./use-follow.ts";

interface ActivityListProps {
  readonly rows: readonly Row[];
  readonly windows: readonly RecordedWindow[];
  readonly playback: Playback;
  readonly onSelect: (entry: Activity) => void;
}

/** The lines, of which the last one before the playhead is marked and kept in view. */
export function ActivityList({ rows, windows, playback, onSelect }: ActivityListProps) {
  const listRef = useRef<HTMLOListElement>(null);
  const current = usePlaybackState(playback, (state) => lastIndexAt(rows, state.timeMs));
  const { following, follow, stopFollowing } = useFollow(listRef, current);

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      stopFollowing();
      focusRowBeside(event.currentTarget, step);
    }
  };

  return (
    <>
      <ol
        className="activity-list"
        ref={listRef}
        onWheel={stopFollowing}
        onTouchMove={stopFollowing}
        // A press on the list itself, not on one of its rows, is one on its scroll bar.
        onPointerDown={(event) => event.target === event.currentTarget && stopFollowing()}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, index) => (
          <ActivityRow
            key={index}
            row={row}
            windowName={windowName(windows, row.entry.windowId)}
            current={index === current}
            reachable={index === Math.max(current, 0)}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {following ? null : (
        <button type="button" className="button follow" onClick={follow}>
          Follow playback
        </button>
      )}
    </>
  );
}

// With a single window its name would say nothing.
function windowName(windows: readonly RecordedWindow[], windowId: string): string | null {
  return windows.length > 1
    ? `Window ${windows.findIndex((window) => window.id === windowId) + 1}`
    : null;
}

function focusRowBeside(list: HTMLElement, step: number): void {
  const rows: (Element | null)[] = [...list.querySelectorAll("button")];
  const focused = rows.indexOf(document.activeElement);
  const beside = rows[focused + step];
  if (beside instanceof HTMLElement) {
    beside.focus();
  }
}
