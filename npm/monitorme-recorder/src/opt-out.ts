import type { Page } from "../../../agent-wasm/collector/index.ts";

/**
 * Whether the visitor's browser says that they do not want to be tracked: by Global Privacy Control
 * or by Do Not Track, which browsers spell in different ways.
 */
export function hasOptedOut(page: Page): boolean {
  const signals: unknown[] = [
    Reflect.get(page.navigator, "globalPrivacyControl"),
    Reflect.get(page.navigator, "doNotTrack"),
    Reflect.get(page, "doNotTrack"),
  ];
  return signals.some((signal) => signal === true || signal === "1" || signal === "yes");
}
