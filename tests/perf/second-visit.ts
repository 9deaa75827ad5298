/**
 * What a second visit costs in bytes on a page with rich CSS: the same page, another visitor, the sheets
 * known to the edge or not.
 *
 * `node perf/second-visit.ts [rules]`
 */

import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../support/edge.ts";
import { startPageServer } from "../support/page-server.ts";

const RULES = Number(process.argv[2] ?? 3_000);
const SETTLE_MS = 1_000;

const css = Array.from(
  { length: RULES },
  (_, at) =>
    `.card-${at}:hover > .title-${at % 97} { padding: ${at % 13}px ${at % 7}em; color: rgb(${at % 255}, ${(at * 7) % 255}, ${(at * 13) % 255}); background: url("/img/${at}.png") }`,
).join("\n");
const items = Array.from(
  { length: 300 },
  (_, at) =>
    `<article class="card-${at}"><h2 class="title-${at}">Item ${at}</h2><p>Text ${at}</p></article>`,
).join("");
const page = `<!doctype html><title>Rich</title><link rel="stylesheet" href="/site.css">
<style>${css.slice(0, 20_000)}</style><body>${items}<script src="/page.js"></script>`;

const code = await bundleForPage(fileURLToPath(new URL("pages/visiting.ts", import.meta.url)));
const server = await startPageServer({ "/": page, "/site.css": css, "/page.js": code });
const edge = await startEdge([server.url]);
const browser = await launchChromium();
try {
  const first = await visit(browser, edge, 2);
  const second = await visit(browser, edge, 1);
  console.log(`css of the page: ${css.length + 20_000} characters`);
  console.log(`first visitor, first view:  ${first[0]} bytes`);
  console.log(`first visitor, second view: ${first[1]} bytes`);
  console.log(`second visitor, first view: ${second[0]} bytes`);
  console.log(`second visitor / first: ${((second[0] ?? 0) / (first[0] ?? 1)).toFixed(2)}`);
} finally {
  await browser.close();
  await edge.remove();
  await server.close();
}

/** Bytes that the recorder sent on each view of a new visitor. */
async function visit(inBrowser: Browser, { url }: Edge, views: number): Promise<number[]> {
  const context = await inBrowser.newContext();
  const sent: number[] = [];
  for (let view = 0; view < views; view += 1) {
    const opened = await context.newPage();
    let bytes = 0;
    // Requests of workers are requests of the context.
    const count = (request: { url(): string; postDataBuffer(): Buffer | null }) => {
      if (request.url().startsWith(`${url}/v1/`)) bytes += request.postDataBuffer()?.length ?? 0;
    };
    context.on("request", count);
    await opened.goto(server.url);
    await opened.evaluate(
      ([endpoint, key]) => Reflect.get(globalThis, "visitingPage").visit(endpoint, key),
      [url, INGEST_KEY] as const,
    );
    await opened.waitForTimeout(SETTLE_MS);
    context.off("request", count);
    sent.push(bytes);
    await opened.close();
  }
  await context.close();
  return sent;
}
