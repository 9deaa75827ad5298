import { forgetVisitor } from "../../../agent-wasm/collector/index.ts";
import type { ContinueRecording } from "./continuation.ts";
import { jsonText } from "./json-text.ts";
import { FACT_CHARACTERS_MAX } from "./limits.ts";
import { hasOptedOut } from "./opt-out.ts";
import { readOptions } from "./options.ts";
import type { RecorderApi, RecorderOptions } from "./recorder-api.ts";
import { type Recording, startRecording } from "./recording.ts";
import { warn } from "./warning.ts";

/** Makes a recorder; `load` gets the part of it that is not needed at once. */
export function createRecorder<Options extends RecorderOptions>(
  load: (options: Options) => Promise<ContinueRecording>,
): RecorderApi<Options> {
  let recording: Recording | null = null;
  let started = Promise.resolve();
  /** What the page asked for; it may have to wait for consent. */
  let requested: Options | null = null;
  let hasConsent = false;

  function forget(): void {
    recording = null;
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
      recording = startRecording(
        window,
        config,
        () => load(options),
        forget,
        (id) => goOnLater(options, id),
        windowId,
      );
      const whole = recording.started.catch(giveUp);
      // A page that waits for it before it shows anything must not wait for its own first paint.
      if (config.startsAtOnce) {
        await whole;
      }
    } catch (reason) {
      giveUp(reason);
    }
  }

  /** When the page is back, perhaps after long, it is decided anew whether it is recorded. */
  function goOnLater(options: Options, windowId: string): void {
    forget();
    const goOn = () => {
      if (recording === null) {
        started = start(options, windowId);
      }
    };
    window.addEventListener("pageshow", goOn, { once: true });
  }

  function giveUp(reason: unknown): void {
    forget();
    warn(`this visit is not recorded: ${reason instanceof Error ? reason.message : reason}`);
  }

  return {
    init(options) {
      if (recording === null) {
        requested = options;
        started = start(options);
      }
      return started;
    },
    giveConsent() {
      hasConsent = true;
      if (recording === null && requested !== null) {
        started = start(requested);
      }
      return started;
    },
    withdrawConsent() {
      hasConsent = false;
      recording?.abandon();
      forget();
      if (typeof window !== "undefined") {
        forgetVisitor(window);
      }
    },
    async stop() {
      const ending = recording;
      forget();
      return ending === null ? false : ending.stop();
    },
    async flush() {
      return recording === null ? false : recording.flush();
    },
    get sessionId() {
      return recording?.sessionId() ?? null;
    },
    identify(userId, traits) {
      recording?.identify(String(userId), jsonText(traits, `the traits of user ${userId}`));
    },
    tag(name, value) {
      const json = jsonText(value, `the value of tag ${name}`, FACT_CHARACTERS_MAX);
      if (json !== null) {
        recording?.tag(String(name), json);
      }
    },
    flag(name, value) {
      const json = jsonText(value, `the value of flag ${name}`, FACT_CHARACTERS_MAX);
      if (json !== null) {
        recording?.flag(String(name), json);
      }
    },
    addEvent(name, payload) {
      recording?.addEvent(String(name), jsonText(payload, `the payload of event ${name}`));
    },
  };
}
