/** A recorder under measurement. */
export interface MeasuredRecorder {
  /** Loads what is not to be measured. */
  prepare?(): Promise<void>;
  /** Starts it; its first snapshot may still be on its way when this returns. */
  start(): Promise<void>;
  /** Has it hand on all that it saw. */
  finish(): Promise<void>;
  /** What it would have sent, if it sends nothing by itself. */
  unsent?(): Unsent;
}

/** What a recorder without a transport leaves to its host. */
export interface Unsent {
  /** One JSON text an event. */
  readonly events: readonly string[];
  /** Bytes of the same events in the recorder's own packing, as UTF-8. */
  readonly packedBytes: number;
}
