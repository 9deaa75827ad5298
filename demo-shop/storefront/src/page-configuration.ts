/** What the service wrote into the page. Anything may be missing. */
export interface PageConfiguration {
  monitormeEndpoint?: string;
  monitormeIngestKey?: string;
}

/** Reads the configuration from the page. A page that did not come from the service has none. */
export function readPageConfiguration(): PageConfiguration {
  const text = document.getElementById("shop-configuration")?.textContent ?? "{}";
  return JSON.parse(text);
}
