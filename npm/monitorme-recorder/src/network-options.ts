import type { ContentRules } from "../../../agent-wasm/collector/index.ts";
import { readStrings, refusal, requireFields } from "./option-checks.ts";
import type { NetworkOptions } from "./recorder-api.ts";

/**
 * Checks the option `network`; `null` if nothing is asked for. Throws a `TypeError` that names what is
 * not valid.
 */
export function readNetwork(network: NetworkOptions = {}): ContentRules | null {
  requireFields(network, "network", NAMES);
  const headers = readStrings(network.headers, "network.headers").map((name) => name.toLowerCase());
  const bodies = readStrings(network.bodies, "network.bodies");
  const bad = bodies.find((address) => !/^(?:https?:\/)?\/[^?#]+$/.test(address));
  if (bad !== undefined) {
    const wanted = "a path such as /api/* or a whole address, without query";
    throw refusal("network.bodies", `holds "${bad}", which is not ${wanted}`);
  }
  return headers.length + bodies.length > 0 ? { headers, bodies } : null;
}

const NAMES: ReadonlySet<string> = new Set(["headers", "bodies", "hideFields"]);
