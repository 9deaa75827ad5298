import type { KeyValueStorage, Page } from "../../../agent-wasm/collector/index.ts";
import { SETTINGS_MS_MAX } from "./limits.ts";
import { type Config, ingestUrl, projectOf } from "./options.ts";
import { LEVELS } from "./privacy-options.ts";
import { isDuration, isRate } from "./sampling-options.ts";

/** What the edge may tell the recorders of a project; it holds in place of the options. */
export interface RemoteSettings {
  /** Whether anything is recorded at all. */
  readonly recording?: boolean;
  readonly sampleRate?: number;
  readonly errorSampleRate?: number;
  readonly minimumDurationMs?: number;
  /** Holds if it is stricter than that of the page. */
  readonly privacyLevel?: Config["privacy"]["level"];
  /** Where the pages of the project are. */
  readonly origins?: readonly string[];
}

/** The settings of a project, asked for once per page and remembered for the next. */
export interface SettingsSource {
  /** What an earlier page was told; `null` if nothing is known. */
  readonly known: RemoteSettings | null;
  /** Asks the edge, once; `null` if it does not answer. */
  ask(): Promise<RemoteSettings | null>;
  /** Asks the edge whether its owner wants a session that is held back. */
  isWanted(session: string): Promise<boolean>;
  /** What is known, or what the edge answers if it is quick; else nothing. */
  soon(): Promise<RemoteSettings>;
}

/** Where the edge is not to be asked, nothing is set. */
export function openSettings(page: Page, config: Config, storage: KeyValueStorage): SettingsSource {
  const key = `monitorme.settings ${projectOf(config)}`;
  // Nobody is to see this request, the recorder least of all.
  const { fetch } = page;
  const known = config.remoteSettings ? readSettings(storage.getItem(key)) : {};
  let asked: Promise<RemoteSettings | null> | null = null;

  /** The text of the answer; nothing if there is none. */
  async function request(query = ""): Promise<string> {
    try {
      const url = ingestUrl(config, "settings") + query;
      const init: RequestInit = { credentials: "omit", priority: "low" };
      const response: Response = await Reflect.apply(fetch, page, [url, init]);
      return response.ok ? await response.text() : "";
    } catch {
      return "";
    }
  }

  async function askForSettings(): Promise<RemoteSettings | null> {
    const settings = readSettings(await request());
    if (settings !== null) {
      storage.setItem(key, JSON.stringify(settings));
    }
    return settings;
  }

  function ask(): Promise<RemoteSettings | null> {
    asked ??= config.remoteSettings ? askForSettings() : Promise.resolve(null);
    return asked;
  }

  return {
    known,
    ask,
    async isWanted(session) {
      return config.remoteSettings && (await request(`&session=${session}`)) === '{"release":true}';
    },
    async soon() {
      const late = new Promise<null>((resolve) => page.setTimeout(resolve, SETTINGS_MS_MAX, null));
      return known ?? (await Promise.race([ask(), late])) ?? {};
    },
  };
}

/** Options as the settings leave them. */
export function withSettings(config: Config, settings: RemoteSettings): Config {
  const { privacyLevel: remote, origins, ...rules } = settings;
  const { level } = config.privacy;
  const isStricter = remote !== undefined && LEVELS.indexOf(remote) < LEVELS.indexOf(level);
  return {
    ...config,
    sampling: { ...config.sampling, ...rules },
    privacy: { ...config.privacy, level: isStricter ? remote : level },
  };
}

/** Reads what the edge, or the storage, says; what is not valid is passed over. */
export function readSettings(json: string | null): RemoteSettings | null {
  try {
    const said: unknown = JSON.parse(json ?? "null");
    if (typeof said !== "object" || said === null) {
      return null;
    }
    const valid = Object.entries(said).filter(([name, value]) => CHECKS.get(name)?.(value));
    return Object.fromEntries(valid);
  } catch {
    return null;
  }
}

const CHECKS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ["recording", (value: unknown) => typeof value === "boolean"],
  ["sampleRate", isRate],
  ["errorSampleRate", isRate],
  ["minimumDurationMs", isDuration],
  ["privacyLevel", (value) => (LEVELS as readonly unknown[]).includes(value)],
  ["origins", Array.isArray],
]);
