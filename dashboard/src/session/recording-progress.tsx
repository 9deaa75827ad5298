import { bytes } from "../format/bytes.ts";
import type { RecordingState } from "./use-recording.ts";

interface RecordingProgressProps {
  readonly state: Extract<RecordingState, { phase: "downloading" | "decoding" }>;
  /** Size of the stored records as the index knows it, for answers that do not announce theirs. */
  readonly sizeBytes: number | null;
}

/** The shape of the player while the records are on their way, and how far they are. */
export function RecordingProgress({ state, sizeBytes }: RecordingProgressProps) {
  const { label, value, max } = progressOf(state, sizeBytes);
  return (
    <div className="recording-progress">
      <div className="skeleton recording-progress-stage" />
      <div className="recording-progress-note" role="status">
        <span>{label}</span>
        {/* Without a value the bar says that something goes on, but not how far it is. */}
        <progress aria-label={label} max={max} {...(value === undefined ? {} : { value })} />
      </div>
      <div className="skeleton recording-progress-list" />
    </div>
  );
}

function progressOf(
  state: RecordingProgressProps["state"],
  sizeBytes: number | null,
): { label: string; value?: number; max: number } {
  if (state.phase === "decoding") {
    return { label: "Decoding the records…", max: 1 };
  }
  const total = state.arrived?.totalBytes ?? sizeBytes;
  if (state.arrived === null || total === null || total === 0) {
    return { label: "Reading the records…", max: 1 };
  }
  const received = Math.min(state.arrived.receivedBytes, total);
  return {
    label: `Reading the records… ${bytes(received)} of ${bytes(total)}`,
    value: received,
    max: total,
  };
}
