import { KNOWN_SHEETS_MS } from "../limits.ts";
import type { KeyValueStorage } from "./storage.ts";

const KEY = "monitorme.sheets";

/** The style sheets that the edge has, remembered from page to page so that it is not asked again. */
export interface KnownSheets {
  /** Their hashes, parted by spaces. */
  hashes(): string;
  keep(hashes: string): void;
}

/** `archive` names where they are known; what is remembered of another one means nothing. */
export function openKnownSheets(
  storage: KeyValueStorage,
  archive: string,
  nowMs: () => number,
): KnownSheets {
  let untilMs = nowMs() + KNOWN_SHEETS_MS;
  let known = "";
  const [of, until, hashes] = storage.getItem(KEY)?.split("\n") ?? [];
  if (of === archive && hashes !== undefined && Number(until) > nowMs()) {
    untilMs = Number(until);
    known = hashes;
  }
  return {
    hashes: () => known,
    keep(next) {
      known = next;
      storage.setItem(KEY, [archive, untilMs, next].join("\n"));
    },
  };
}
