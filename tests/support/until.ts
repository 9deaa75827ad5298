import { setTimeout as pause } from "node:timers/promises";

const POLL_MS = 50;

/**
 * Waits until something holds; throws what it was after 15 s. Unlike `waitForFunction` of Playwright
 * it also awaits what the condition awaits.
 */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await pause(POLL_MS);
  }
}
