import type { PageConfiguration } from "../configuration.ts";

const EMPTY_CONFIGURATION =
  /(<script type="application\/json" id="shop-configuration">)\s*\{\}\s*</;

/** Writes the configuration into the page. Throws if the page has no place for it. */
export function configurePage(html: string, configuration: PageConfiguration): string {
  if (!EMPTY_CONFIGURATION.test(html)) {
    throw new Error('The built index.html has no empty <script id="shop-configuration">.');
  }
  // A "<" in a value could end the script element early.
  const json = JSON.stringify(configuration).replaceAll("<", "\\u003c");
  return html.replace(EMPTY_CONFIGURATION, (_match, openingTag) => `${openingTag}${json}<`);
}
