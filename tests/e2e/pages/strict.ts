import type { RecorderApi } from "monitorme-recorder";
import type { UrlRecorderOptions } from "monitorme-recorder/url";

/** What tests need of a page with a strict Content-Security-Policy. */
export interface StrictPage {
  /** Records the page with a form of the package; says whether everything was delivered. */
  record(form: string, options: UrlRecorderOptions): Promise<boolean>;
}

const page: StrictPage = {
  async record(form, options) {
    const { Recorder } = (await import(form)) as { Recorder: RecorderApi<UrlRecorderOptions> };
    await Recorder.init({ ...options, start: "at-once", privacy: { level: "mask-user-input" } });
    const line = document.createElement("p");
    line.textContent = "Wet food";
    document.body.append(line);
    return Recorder.flush();
  },
};

Object.assign(globalThis, { strictPage: page });
