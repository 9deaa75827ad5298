import type { Browser, BrowserContext } from "playwright-core";

/** Ends all renderers of a browser that this test started, as the operating system would: SIGKILL. */
export async function killRenderers(context: BrowserContext): Promise<void> {
  await killProcesses(context, (type) => type === "renderer");
}

/** Ends a browser that this test started, with all its processes. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const closed = new Promise((resolve) => context.once("close", resolve));
  await killProcesses(context, () => true);
  await closed;
}

async function killProcesses(
  context: BrowserContext,
  isMeant: (type: string) => boolean,
): Promise<void> {
  const session = await (context.browser() as Browser).newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  // The browser itself comes last, or it would see the others end.
  for (const { type, id } of processInfo.toReversed()) {
    if (isMeant(type)) process.kill(id, "SIGKILL");
  }
}
