import { Recorder } from "monitorme-recorder";

/** Starts and stops the recorder on a page that does nothing else. */
Object.assign(globalThis, {
  patchesPage: {
    start: () => Recorder.init({ endpoint: location.origin, ingestKey: "test", start: "at-once" }),
    stop: () => Recorder.stop(),
  },
});
