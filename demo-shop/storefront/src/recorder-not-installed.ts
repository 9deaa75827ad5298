/**
 * Stands in for the package `monitorme-recorder` where it is not installed: the same calls, and
 * nothing happens.
 */
export const Recorder = {
  init(_options: {
    endpoint: string;
    ingestKey: string;
    privacy: { level: "mask-user-input" };
  }): Promise<void> {
    return Promise.resolve();
  },
  identify(_userId: string): void {
    // There is no recording to name.
  },
  addEvent(_name: string, _payload: Readonly<Record<string, string | number>>): void {
    // There is no recording to add to.
  },
};
