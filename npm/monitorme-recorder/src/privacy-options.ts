import type {
  PrivacyConfig,
  PrivacyLevel,
  PrivacySelectors,
} from "../../../agent-wasm/collector/index.ts";
import { readStrings, refusal, requireFields, requireOneOf } from "./option-checks.ts";
import type { NetworkOptions, PrivacyOptions } from "./recorder-api.ts";

/**
 * Checks the option `privacy`. Throws a `TypeError` that names what is not valid: whoever asks for
 * something to be hidden must not find out later that it was not.
 */
export function readPrivacy(
  privacy: PrivacyOptions = {},
  network: NetworkOptions = {},
): PrivacyConfig {
  requireFields(privacy, "privacy", NAMES);
  const { level = "mask" } = privacy;
  requireOneOf("privacy.level", level, LEVELS);
  const lists = SELECTOR_OPTIONS.map((name) => [name, readSelectors(privacy[name], name)] as const);
  const selectors = Object.fromEntries(lists.map(([name, list]) => [name, list.join()]));
  return {
    level,
    selectors: selectors as unknown as PrivacySelectors,
    selectorAttributes: lists.flatMap(([, list]) => list.flatMap(attributesOf)),
    keptParameters: readLines(privacy.keepParameters, "privacy.keepParameters"),
    shownAttributes: readLines(privacy.showAttributes, "privacy.showAttributes"),
    maskedAttributes: readLines(privacy.maskAttributes, "privacy.maskAttributes"),
    hiddenFields: readLines(network.hideFields, "network.hideFields"),
  };
}

/** From the strictest on. */
export const LEVELS: readonly PrivacyLevel[] = ["mask", "mask-user-input", "allow"];
const SELECTOR_OPTIONS = ["mask", "maskUserInput", "unmask", "block", "ignore"] as const;
const NAMES: ReadonlySet<string> = new Set([
  "level",
  ...SELECTOR_OPTIONS,
  "keepParameters",
  "showAttributes",
  "maskAttributes",
]);

/**
 * What an element says of itself: tag, id, classes, attributes. Anything else may begin to match
 * when another element changes, and nobody would notice.
 */
const NAME = "-?[_a-zA-Z\\u0080-\\uffff][-\\w\\u0080-\\uffff]*";
const SELECTOR = new RegExp(
  `^(?=.)(?:\\*|${NAME})?(?:[.#]${NAME}|\\[${NAME}(?:[~|^$*]?=(?:"[^"\\\\]*"|${NAME}))?\\])*$`,
);

function readSelectors(value: unknown, name: string): readonly string[] {
  const selectors = readStrings(value, `privacy.${name}`);
  const bad = selectors.find((selector) => !SELECTOR.test(selector));
  if (bad !== undefined) {
    const allowed = "a selector of tag, id, classes and attributes of one element";
    throw refusal(`privacy.${name}`, `holds "${bad}", which is not ${allowed}`);
  }
  return selectors;
}

/** The names of the attributes that a selector looks at. */
function attributesOf(selector: string): string[] {
  const marks: Readonly<Record<string, string>> = { ".": "class", "#": "id" };
  const found = selector.replace(/"[^"]*"/g, "").matchAll(/[.#]|\[([^\]~|^$*=]+)/g);
  return Array.from(found, ([mark, name]) => marks[mark] ?? name ?? "");
}

/** Names for the core: a text goes through the wall of WebAssembly with less code than a list. */
function readLines(value: unknown, option: string): string {
  return readStrings(value, option).join("\n");
}
