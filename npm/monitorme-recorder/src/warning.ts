/** Tells the developer of the page something, without harming the page. */
export function warn(message: string): void {
  // biome-ignore lint/suspicious/noConsole: The console is where a developer looks.
  globalThis.console?.warn(`MonitorMe: ${message}`);
}
