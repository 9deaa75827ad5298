import "./window-tabs.css";

import type { CSSProperties, KeyboardEvent } from "react";
import { isPlayable, type RecordedWindow, type Recording } from "../../decoding/recording.ts";
import { duration } from "../../format/duration.ts";
import { pageAddress } from "../../format/page-address.ts";

interface WindowTabsProps {
  readonly recording: Recording;
  readonly shownId: string;
  readonly onShow: (windowId: string) => void;
}

/** The browser tabs of the visitor, each with its lane: when in the session it was open. */
export function WindowTabs({ recording, shownId, onShow }: WindowTabsProps) {
  const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]:enabled")];
    tabs[tabs.indexOf(event.target as HTMLElement) + step]?.focus();
  };

  return (
    <div className="window-tabs" role="tablist" aria-label="Windows" onKeyDown={moveFocus}>
      {recording.windows.map((recorded, index) => (
        <button
          key={recorded.id}
          type="button"
          role="tab"
          aria-selected={recorded.id === shownId}
          tabIndex={recorded.id === shownId ? 0 : -1}
          disabled={!isPlayable(recorded)}
          title={tabTitle(recorded)}
          onClick={() => onShow(recorded.id)}
        >
          <span className="window-tab-name">
            Window {index + 1} <span className="muted">{entryPath(recorded)}</span>
          </span>
          <span className="window-lane" style={laneStyle(recorded, recording.durationMs)} />
        </button>
      ))}
    </div>
  );
}

function tabTitle(recorded: RecordedWindow): string {
  return isPlayable(recorded)
    ? `Open for ${duration(recorded.endMs - recorded.startMs)}`
    : "No full snapshot of this window has arrived";
}

function entryPath(recorded: RecordedWindow): string {
  return pageAddress(recorded.addresses[0]?.url ?? "").path;
}

function laneStyle(recorded: RecordedWindow, durationMs: number): CSSProperties {
  const share = (timeMs: number) => (durationMs > 0 ? timeMs / durationMs : 0);
  return {
    "--lane-start": share(recorded.startMs),
    "--lane-end": share(recorded.endMs),
  } as CSSProperties;
}
