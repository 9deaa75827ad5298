import { Recorder } from "../index.ts";

/**
 * For pages without a build: defines `Recorder` for other scripts, and starts recording if the
 * script element says where to.
 */
Object.assign(globalThis, { Recorder });

const { endpoint, ingestKey, coreUrl } =
  (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
if (endpoint !== undefined && ingestKey !== undefined) {
  Recorder.init({ endpoint, ingestKey, ...(coreUrl === undefined ? {} : { coreUrl }) });
}
