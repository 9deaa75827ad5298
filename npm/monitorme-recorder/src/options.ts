import type {
  ContentRules,
  PrivacyConfig,
  SamplingRules,
} from "../../../agent-wasm/collector/index.ts";
import { CANVAS_INTERVAL_MS, CANVAS_INTERVAL_MS_MIN } from "./limits.ts";
import { readNetwork } from "./network-options.ts";
import { refusal, requireOneOf } from "./option-checks.ts";
import { readPrivacy } from "./privacy-options.ts";
import type { RecorderOptions } from "./recorder-api.ts";
import { readSampling } from "./sampling-options.ts";

/** Options that need no further checks. */
export interface Config {
  readonly endpoint: string;
  readonly ingestKey: string;
  readonly sessionHeader: boolean;
  readonly privacy: PrivacyConfig;
  /** What of requests and answers is recorded; `null` if nothing is. */
  readonly network: ContentRules | null;
  readonly sampling: SamplingRules;
  /** Whether the edge is asked for settings. */
  readonly remoteSettings: boolean;
  readonly honorOptOut: boolean;
  readonly needsConsent: boolean;
  /** Whether the page is read before it has been painted. */
  readonly startsAtOnce: boolean;
  /** How often canvases are looked at, if at all. */
  readonly canvas: { readonly intervalMs: number } | null;
}

/**
 * Checks options. Throws a `TypeError` whose message names the option, in words for those who call
 * from JavaScript without types.
 */
export function readOptions(options: RecorderOptions): Config {
  if (typeof options !== "object" || options === null) {
    throw new TypeError("Recorder.init: options must be an object");
  }
  const {
    endpoint,
    ingestKey,
    sessionHeader = true,
    canvas = false,
    privacy,
    network,
    remoteSettings = true,
    honorOptOut = true,
    consent = "not-required",
    start = "after-first-paint",
  } = options;
  if (typeof ingestKey !== "string" || ingestKey === "") {
    throw refusal("ingestKey", "must be a string that is not empty");
  }
  for (const [name, value] of Object.entries({ sessionHeader, remoteSettings, honorOptOut })) {
    requireOneOf(name, value, [true, false]);
  }
  requireOneOf("consent", consent, ["required", "not-required"]);
  requireOneOf("start", start, ["after-first-paint", "at-once"]);
  return {
    endpoint: readEndpoint(endpoint),
    ingestKey,
    sessionHeader,
    canvas: readCanvas(canvas),
    network: readNetwork(network),
    privacy: readPrivacy(privacy, network),
    sampling: readSampling(options),
    remoteSettings,
    honorOptOut,
    needsConsent: consent === "required",
    startsAtOnce: start === "at-once",
  };
}

/** Where batches go, or settings come from. */
export function ingestUrl({ endpoint, ingestKey }: Config, what: "batches" | "settings"): string {
  const key = encodeURIComponent(ingestKey);
  return `${endpoint.replace(/\/+$/, "")}/v1/${what}?ingest_key=${key}`;
}

/** Which project of which edge is recorded for. */
export function projectOf({ endpoint, ingestKey }: Config): string {
  return endpoint + ingestKey;
}

function readCanvas(canvas: NonNullable<RecorderOptions["canvas"]>): Config["canvas"] {
  if (typeof canvas === "boolean") {
    return canvas ? { intervalMs: CANVAS_INTERVAL_MS } : null;
  }
  const intervalMs = canvas?.intervalMs ?? CANVAS_INTERVAL_MS;
  if (typeof canvas !== "object" || !(intervalMs >= CANVAS_INTERVAL_MS_MIN)) {
    throw refusal(
      "canvas",
      `must be true, false, or { intervalMs } of at least ${CANVAS_INTERVAL_MS_MIN}`,
    );
  }
  return { intervalMs };
}

function readEndpoint(endpoint: unknown): string {
  const url = parseUrl(endpoint);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw refusal("endpoint", "must be an address such as https://edge.example.com");
  }
  // The core appends a path.
  return url.origin + url.pathname;
}

function parseUrl(value: unknown): URL | null {
  try {
    return typeof value === "string" || value instanceof URL ? new URL(value) : null;
  } catch {
    return null;
  }
}
