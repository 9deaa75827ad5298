import { Recorder } from "monitorme-recorder";

import { benchmark } from "../page.ts";

benchmark({
  start: () =>
    Recorder.init({
      endpoint: location.origin,
      ingestKey: "benchmark",
      start: "at-once",
      // The others show everything, too; what is masked would compress to less.
      privacy: { level: "allow" },
    }),
  async finish() {
    await Recorder.flush();
  },
});
