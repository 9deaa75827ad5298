import { ACTIVITY_KINDS, type Activity, type ActivityKind } from "../../decoding/recording.ts";
import { laneOf } from "../timeline/lanes.ts";
import { KIND_GROUP_NAMES } from "./kind-names.ts";

interface KindFilterProps {
  readonly activity: readonly Activity[];
  readonly hidden: ReadonlySet<ActivityKind>;
  readonly onChange: (hidden: ReadonlySet<ActivityKind>) => void;
}

/** How much of each kind there is, in the colors of the timeline; each kind can be hidden. */
export function KindFilter({ activity, hidden, onChange }: KindFilterProps) {
  const present = ACTIVITY_KINDS.map((kind) => ({
    kind,
    count: activity.filter((entry) => entry.kind === kind).length,
  })).filter(({ count }) => count > 0);

  const toggle = (kind: ActivityKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) {
      next.add(kind);
    }
    onChange(next);
  };

  return (
    <fieldset className="kind-filter">
      <legend className="visually-hidden">Kinds shown</legend>
      {present.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={!hidden.has(kind)}
          data-lane={laneOf(kind)}
          onClick={() => toggle(kind)}
        >
          {KIND_GROUP_NAMES[kind]} <span className="numeric">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
