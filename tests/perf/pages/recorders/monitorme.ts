import { Recorder } from "monitorme-recorder";

import type { MeasuredRecorder } from "./recorder.ts";

export function monitorme(): MeasuredRecorder {
  return {
    start: () => Recorder.init({ endpoint: location.origin, ingestKey: "benchmark" }),
    async finish() {
      await Recorder.flush();
    },
  };
}
