import { Recorder, type RecorderOptions } from "../index.ts";

/**
 * For pages without a build: defines `Recorder` for other scripts, and starts recording if the
 * script element says where to.
 */
Object.assign(globalThis, { Recorder });

const script = document.currentScript as HTMLScriptElement | null;
const { endpoint, ingestKey, privacyLevel, consent, coreUrl } = script?.dataset ?? {};
if (endpoint !== undefined && ingestKey !== undefined) {
  // What the element says may be anything; `init` refuses what is not valid.
  const options = { endpoint, ingestKey, privacy: { level: privacyLevel }, consent, coreUrl };
  Recorder.init(options as RecorderOptions);
}
