import { memo } from "react";
import type { Activity } from "../../decoding/recording.ts";
import { Icon } from "../../elements/icon.tsx";
import { clockTime } from "../../format/duration.ts";
import { pageAddress } from "../../format/page-address.ts";
import { laneOf } from "../timeline/lanes.ts";
import { KIND_NAMES } from "./kind-names.ts";
import type { Row } from "./rows.ts";

interface ActivityRowProps {
  readonly row: Row;
  readonly windowName: string | null;
  /** The playhead has passed this entry and not yet the next. */
  readonly current: boolean;
  /** Reached by the tab key; the others by the arrow keys. */
  readonly reachable: boolean;
  readonly onSelect: (entry: Activity) => void;
}

/** One activity. Its label is text from a visitor's page. */
export const ActivityRow = memo(function ActivityRow(props: ActivityRowProps) {
  const { row, windowName, current, reachable, onSelect } = props;
  const { entry, count } = row;
  return (
    <li className="activity-row">
      <button
        type="button"
        data-lane={laneOf(entry.kind)}
        aria-current={current || undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onSelect(entry)}
      >
        <Icon name={entry.kind} />
        <span className="activity-text" title={entry.label}>
          <span className="activity-kind">{KIND_NAMES[entry.kind]}</span>{" "}
          <span className="activity-label">{labelOf(entry)}</span>
          {count > 1 ? <span className="activity-aside numeric">{count} changes</span> : null}
          {entry.inFrame ? <span className="activity-aside">in a frame</span> : null}
          {windowName === null ? null : <span className="activity-aside">{windowName}</span>}
        </span>
        <span className="activity-time numeric muted">{clockTime(entry.atMs)}</span>
      </button>
    </li>
  );
});

// The address bar has the whole address; in the list the path is what differs.
function labelOf(entry: Activity): string {
  return entry.kind === "navigation" ? pageAddress(entry.label).path : entry.label;
}
