import { Recorder } from "monitorme-recorder";

import { createRecordedPage } from "../../support/visit/recorded-page.ts";
import { applicationPicture } from "./picture.ts";

const recordedPage = createRecordedPage(Recorder, applicationPicture, () =>
  // What is read after the first paint is there once it can be delivered.
  recordedPage.flush(),
);
Recorder.init({
  endpoint: location.origin,
  ingestKey: "test",
  // Documents are compared, so nothing is hidden.
  privacy: { level: "allow" },
  canvas: { intervalMs: 200 },
});

Object.assign(globalThis, { recordedPage });
