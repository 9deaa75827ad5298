import "./activity.css";

import { useMemo, useState } from "react";
import type { Activity, ActivityKind, Recording } from "../../decoding/recording.ts";
import type { Playback } from "../player/playback.ts";
import { ActivityList } from "./activity-list.tsx";
import { KindFilter } from "./kind-filter.tsx";
import { rowsOf } from "./rows.ts";

interface ActivityPanelProps {
  readonly recording: Recording;
  readonly playback: Playback;
  readonly onSelect: (entry: Activity) => void;
}

/** What happened in the session, in words; follows the playhead and moves it. */
export function ActivityPanel({ recording, playback, onSelect }: ActivityPanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<ActivityKind>>(new Set());
  const rows = useMemo(
    () => rowsOf(recording.activity.filter((entry) => !hidden.has(entry.kind))),
    [recording, hidden],
  );

  return (
    <aside className="activity" aria-label="Activity">
      <header className="activity-head">
        <h2>Activity</h2>
        <KindFilter activity={recording.activity} hidden={hidden} onChange={setHidden} />
      </header>
      {recording.activity.length === 0 ? (
        <p className="activity-empty muted">
          The visitor did nothing but look: no click, no input, no navigation.
        </p>
      ) : (
        <ActivityList
          rows={rows}
          windows={recording.windows}
          playback={playback}
          onSelect={onSelect}
        />
      )}
    </aside>
  );
}
