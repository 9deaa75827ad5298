import {
  type Page,
  RELEASE_DURATION,
  RELEASE_EDGE,
  RELEASE_OTHER_PAGE,
} from "../../../agent-wasm/collector/index.ts";
import { WANTED_INTERVAL_MS } from "./limits.ts";
import type { Visitor } from "./page-around.ts";
import type { SettingsSource } from "./remote-settings.ts";

/** A session that is held back. */
export interface HeldBack {
  readonly page: Page;
  readonly visitor: Visitor;
  readonly settings: SettingsSource;
  /** The age at which it is sent, in milliseconds; `null` if age is no reason. */
  readonly untilAgeMs: number | null;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/**
 * Watches for all reasons to send a session that neither the core sees nor the page gives: its age,
 * another page of it, the edge. Gives what is to be called when the visitor does something.
 */
export function watchReasons(held: HeldBack, release: (reason: number) => void): () => void {
  const { page, settings, untilAgeMs, signal } = held;
  const { session, releases } = held.visitor;
  const follow = (change: StorageEvent) => {
    if (releases.isAbout(change) && releases.isReleased(session.id())) {
      release(RELEASE_OTHER_PAGE);
    }
  };
  page.addEventListener("storage", follow, { signal });
  const timer = page.setInterval(async () => {
    if (await settings.isWanted(session.id())) {
      release(RELEASE_EDGE);
    }
  }, WANTED_INTERVAL_MS);
  signal.addEventListener("abort", () => page.clearInterval(timer));
  return () => {
    if (!signal.aborted && session.ageMs() >= (untilAgeMs ?? Infinity)) {
      release(RELEASE_DURATION);
    }
  };
}
