import "@rrweb/replay/dist/style.css";
import "./player.css";

import { useMemo, useRef, useState } from "react";
import type { RecordedWindow, Recording } from "../../decoding/recording.ts";
import { ActivityPanel } from "../activity/activity-panel.tsx";
import { Timeline } from "../timeline/timeline.tsx";
import type { Growth } from "../use-growth.ts";
import { AddressBar } from "./address-bar.tsx";
import { Controls } from "./controls.tsx";
import { GrowthNote } from "./growth-note.tsx";
import type { Viewport } from "./replay.ts";
import { Stage } from "./stage.tsx";
import { useFullScreen } from "./use-full-screen.ts";
import { usePlaceInAddress } from "./use-place-in-address.ts";
import { usePlayer } from "./use-player.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { WindowTabs } from "./window-tabs.tsx";

interface PlayerProps {
  readonly recording: Recording;
  readonly firstWindow: RecordedWindow;
  readonly growth: Growth;
}

/** The replay, and everything that follows its time or moves it. */
export function Player({ recording, firstWindow, growth }: PlayerProps) {
  const control = usePlayer(recording, firstWindow);
  const { playback, shown } = control;
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const screenRef = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(screenRef);
  const { stepActivity } = control;
  const toggleFullScreen = fullScreen.toggle;

  usePlaceInAddress(playback, shown.id);
  useShortcuts(
    playback,
    useMemo(() => ({ stepActivity, toggleFullScreen }), [stepActivity, toggleFullScreen]),
  );

  return (
    <div className="player">
      <div className="screen" ref={screenRef}>
        {recording.windows.length > 1 ? (
          <WindowTabs recording={recording} shownId={shown.id} onShow={control.showWindow} />
        ) : null}
        <AddressBar window={shown} playback={playback} viewport={viewport} />
        <Stage window={shown} playback={playback} viewport={viewport} onViewport={setViewport} />
        <Timeline recording={recording} window={shown} playback={playback} />
        <Controls
          playback={playback}
          startMomentMs={recording.startMomentMs}
          durationMs={recording.durationMs}
          fullScreen={fullScreen}
        />
        <GrowthNote growth={growth} />
      </div>
      <ActivityPanel recording={recording} playback={playback} onSelect={control.seekToActivity} />
    </div>
  );
}
