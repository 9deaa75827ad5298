import type { RecorderOptions } from "./recorder-api.ts";

/** Options that need no further checks. */
export interface Config {
  readonly endpoint: string;
  readonly ingestKey: string;
  readonly sessionHeader: boolean;
}

/**
 * Checks options. Throws a `TypeError` whose message names the option, in words for those who call
 * from JavaScript without types.
 */
export function readOptions(options: RecorderOptions): Config {
  if (typeof options !== "object" || options === null) {
    throw new TypeError("Recorder.init: options must be an object");
  }
  const { endpoint, ingestKey, sessionHeader = true } = options;
  if (typeof ingestKey !== "string" || ingestKey === "") {
    throw new TypeError("Recorder.init: option `ingestKey` must be a string that is not empty");
  }
  if (typeof sessionHeader !== "boolean") {
    throw new TypeError("Recorder.init: option `sessionHeader` must be true or false");
  }
  return { endpoint: readEndpoint(endpoint), ingestKey, sessionHeader };
}

function readEndpoint(endpoint: unknown): string {
  const url = parseUrl(endpoint);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      "Recorder.init: option `endpoint` must be an address such as https://edge.example.com",
    );
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
