import { type Browser, type BrowserContext, chromium } from "playwright-core";

const OPTIONS = {
  executablePath: process.env.MONITORME_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    // Containers seldom have the kernel features that the sandbox needs, nor a large /dev/shm.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    // Nothing but the pages under test may use the network.
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
  ],
};

/** What a test needs beside, or instead of, the usual. */
export interface ChromiumOptions {
  readonly args?: readonly string[];
  /** Arguments that Playwright would pass. */
  readonly without?: readonly string[];
}

/** A real Chromium: the one that `cargo xtask` found or installed, named by MONITORME_CHROMIUM. */
export function launchChromium(options: ChromiumOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: OPTIONS.executablePath,
    ignoreDefaultArgs: [...(options.without ?? [])],
    args: [...OPTIONS.args, ...(options.args ?? [])],
  });
}

/** The same with a profile that outlives it, as visitors have one. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, OPTIONS);
}
