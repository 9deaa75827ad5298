import { forgetVisitor } from "../../../agent-wasm/collector/index.ts";
import type { ContinueRecording } from "./continuation.ts";
import { jsonText } from "./json-text.ts";
import { FACT_CHARACTERS_MAX } from "./limits.ts";
import { hasOptedOut } from "./opt-out.ts";
import { projectOf, readOptions } from "./options.ts";
import type { RecorderApi, RecorderOptions } from "./recorder-api.ts";
import { openVisit, type Visit } from "./visit.ts";
import { warn } from "./warning.ts";

/** Makes a recorder; `load` gets the part of it that is not needed at once. */
export function createRecorder<Options extends RecorderOptions>(
  load: (options: Options) => Promise<ContinueRecording>,
): RecorderApi<Options> {
  let visit: Visit | null = null;
  let started = Promise.resolve();
  /** What the page asked for; it may have to wait for consent. */
  let requested: Options | null = null;
  let hasConsent = false;

  function forget(): void {
    visit = null;
  }

  async function start(options: Options, windowId: string | null = null): Promise<void> {
    const config = readOptions(options);
    // On a server there is nothing to record.
    if (typeof window === "undefined" || (config.needsConsent && !hasConsent)) {
      return;
    }
    if (config.honorOptOut && hasOptedOut(window)) {
      forgetVisitor(window);
      return;
    }
    try {
      visit = openVisit(window, config, () => load(options), windowId, {
        onEnd(reason) {
          forget();
          warn(reason);
        },
        onKept: (id) => goOnLater(options, id),
      });
    } catch (reason) {
      warn(`this visit is not recorded: ${reason}`);
      return;
    }
    if (visit === null) {
      warn("another recorder on this page records for this project");
    }
    await visit?.started;
  }

  /** When the page is back, perhaps after long, it is decided anew whether it is recorded. */
  function goOnLater(options: Options, windowId: string): void {
    forget();
    const goOn = () => {
      if (visit === null) {
        started = start(options, windowId);
      }
    };
    window.addEventListener("pageshow", goOn, { once: true });
  }

  /** One recorder serves one project at a time. */
  function checkProject(options: Options): void {
    if (
      requested !== null &&
      projectOf(readOptions(options)) !== projectOf(readOptions(requested))
    ) {
      warn("this recorder records for another project; a page can load the package twice");
    }
  }

  return {
    init(options) {
      if (visit === null) {
        requested = options;
        started = start(options);
      } else {
        checkProject(options);
      }
      return started;
    },
    giveConsent() {
      hasConsent = true;
      if (visit === null && requested !== null) {
        started = start(requested);
      }
      return started;
    },
    withdrawConsent() {
      hasConsent = false;
      visit?.abandon();
      forget();
      if (typeof window !== "undefined") {
        forgetVisitor(window);
      }
    },
    async stop() {
      const ending = visit;
      forget();
      return ending === null ? false : ending.stop();
    },
    async flush() {
      return (await visit?.recording()?.flush()) ?? false;
    },
    captureReplay: () => visit?.captureReplay(),
    pause: () => visit?.pause(),
    resume: () => visit?.resume(),
    get sessionId() {
      return visit?.sessionId() ?? null;
    },
    identify(userId, traits) {
      const json = jsonText(traits, `the traits of user ${userId}`);
      visit?.recording()?.identify(String(userId), json);
    },
    tag(name, value) {
      const json = jsonText(value, `the value of tag ${name}`, FACT_CHARACTERS_MAX);
      if (json !== null) {
        visit?.recording()?.tag(String(name), json);
      }
    },
    flag(name, value) {
      const json = jsonText(value, `the value of flag ${name}`, FACT_CHARACTERS_MAX);
      if (json !== null) {
        visit?.recording()?.flag(String(name), json);
      }
    },
    addEvent(name, payload) {
      const json = jsonText(payload, `the payload of event ${name}`);
      visit?.recording()?.addEvent(String(name), json);
    },
  };
}
