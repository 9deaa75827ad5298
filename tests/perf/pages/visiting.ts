import { Recorder } from "monitorme-recorder";

/** A page that is recorded from its load until everything has been delivered. */
Object.assign(globalThis, {
  visitingPage: {
    async visit(endpoint: string, ingestKey: string): Promise<void> {
      await Recorder.init({ endpoint, ingestKey, start: "at-once" });
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (!(await Recorder.flush())) throw new Error("not everything was delivered");
    },
  },
});
