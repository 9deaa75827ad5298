import { PAYLOAD_CHARACTERS_MAX } from "./limits.ts";
import { warn } from "./warning.ts";

/** A payload as JSON; `null`, after a warning, if it cannot be written as JSON of bearable length. */
export function jsonText(
  payload: unknown,
  what: string,
  charactersMax = PAYLOAD_CHARACTERS_MAX,
): string | null {
  if (payload === undefined) {
    return null;
  }
  try {
    const json: string | undefined = JSON.stringify(payload);
    if (json !== undefined && json.length <= charactersMax) {
      return json;
    }
  } catch {
    // Cycles, big integers, and whatever the page's own `toJSON` throws.
  }
  warn(`${what} cannot be written as JSON of at most ${charactersMax} characters`);
  return null;
}
