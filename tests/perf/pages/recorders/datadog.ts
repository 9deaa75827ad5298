import { datadogRum } from "@datadog/browser-rum";

import { benchmark } from "../page.ts";

/** Only its session replay; the rest of the product is switched off and started beforehand. */
benchmark({
  async prepare() {
    datadogRum.init({
      applicationId: "00000000-0000-4000-8000-000000000000",
      clientToken: "benchmark",
      proxy: `${location.origin}/datadog`,
      sessionSampleRate: 100,
      sessionReplaySampleRate: 100,
      startSessionReplayRecordingManually: true,
      defaultPrivacyLevel: "allow",
      trackUserInteractions: false,
      trackResources: false,
      trackLongTasks: false,
    });
  },
  async start() {
    datadogRum.startSessionReplayRecording({ force: true });
  },
  async finish() {
    datadogRum.stopSessionReplayRecording();
  },
});
