import { Recorder } from "monitorme-recorder";

import { journalNames } from "../../support/journal-names.ts";
import { statePicture } from "../../support/state-picture.ts";
import { createRecordedPage, type RecordedPage } from "../../support/visit/recorded-page.ts";

/** What tests need of a page that is recorded. */
export interface StatesPage extends RecordedPage {
  /** How many journals there are for this server. */
  journalCount(): Promise<number>;
}

const start = () =>
  Recorder.init({
    endpoint: location.origin,
    ingestKey: "test",
    start: "at-once",
    privacy: { level: "allow" },
    canvas: { intervalMs: 200 },
  });

const page: StatesPage = {
  ...createRecordedPage(Recorder, statePicture, start),
  journalCount: async () => (await journalNames(location.origin)).length,
};

Object.assign(globalThis, { recordedPage: page });
