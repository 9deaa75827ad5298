import { createRecorder } from "../recorder.ts";
import type { RecorderApi, RecorderOptions } from "../recorder-api.ts";
import { continueInlined } from "./inlined.ts";

/**
 * For pages without a build: defines `Recorder` for other scripts, and starts recording if the
 * script element says where to. Everything is in one file.
 */
const Recorder: RecorderApi = createRecorder(async (options) => continueInlined(options));
Object.assign(globalThis, { Recorder });

const script = document.currentScript as HTMLScriptElement | null;
const { endpoint, ingestKey, privacyLevel, consent, coreUrl } = script?.dataset ?? {};
if (endpoint !== undefined && ingestKey !== undefined) {
  // What the element says may be anything; `init` refuses what is not valid.
  const options = { endpoint, ingestKey, privacy: { level: privacyLevel }, consent, coreUrl };
  Recorder.init(options as RecorderOptions);
}
