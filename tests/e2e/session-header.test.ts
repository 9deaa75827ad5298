import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Edge, INGEST_KEY, startEdge } from "../support/edge.ts";
import { type PageServer, startPageServer } from "../support/page-server.ts";
import type { RequestingPage } from "./pages/requesting.ts";

declare const requestingPage: RequestingPage;

const HEADER = "x-monitorme-session-id";
const WAYS = ["/by-fetch", "/by-request", "/by-xhr", "/by-frame"];

let browser: Browser;
let own: PageServer;
let other: PageServer;
let edge: Edge;

before(async () => {
  const code = await bundleForPage(fileURLToPath(new URL("pages/requesting.ts", import.meta.url)));
  own = await startPageServer({
    "/": "<!doctype html><title>Requesting</title><body><script src=/page.js></script>",
    "/page.js": code,
  });
  other = await startPageServer({});
  [browser, edge] = await Promise.all([launchChromium(), startEdge([own.url])]);
});

after(async () => {
  await browser.close();
  await edge.remove();
  await Promise.all([own.close(), other.close()]);
});

test("requests to the page's own origin carry the session id, others nothing", async () => {
  const page = await browser.newPage();
  await page.goto(own.url);
  const session = await page.evaluate(
    ([endpoint, key, origin]) => requestingPage.request(endpoint, key, origin),
    [edge.url, INGEST_KEY, other.url] as const,
  );
  await page.close();

  assert.match(session, /^[0-9a-f-]{36}$/);
  for (const way of WAYS) {
    assert.equal(headerOf(own, way), session, `${way} of the own origin`);
    assert.equal(headerOf(other, way), undefined, `${way} of another origin`);
  }
  // The other server permits no additional headers, so a preflight would have failed the request.
  assert.deepEqual(
    other.requests.map((request) => request.path),
    WAYS,
  );
  assert.equal(headerOf(own, "/after-stop"), undefined, "a stopped recorder adds nothing");
});

function headerOf(server: PageServer, path: string): string | string[] | undefined {
  const request = server.requests.find((candidate) => candidate.path === path);
  assert.ok(request, `${path} did not arrive`);
  return request.headers[HEADER];
}
