import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { receivedBatches, startPageServer } from "../support/page-server.ts";
import { decodeBatches } from "../support/session-events.ts";
import type { StrictPage } from "./pages/strict.ts";

declare const strictPage: StrictPage;

/** In the page from the start, and to be found in nothing that it sends. */
const SECRET = "customer@example.com";
const HTML = `<!doctype html><title>Shop</title><body><h1>Fish food</h1><input value="${SECRET}">
  <script src=/page.js></script>`;
const DIST = new URL("../../npm/monitorme-recorder/dist/", import.meta.url);
const FILES = [
  "index.js",
  "inlined.js",
  "url.js",
  "by-url.js",
  "worker.js",
  "agent_wasm_bg.wasm",
  "core.js",
];

/** Nothing but the page's own files, no Blobs, no `eval`, nothing that could become a script by accident. */
const STRICT = "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'";
const CASES = [
  {
    name: "the URL form with WebAssembly, its policy of Trusted Types allowed",
    policy: `${STRICT}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; trusted-types monitorme`,
    form: "url.js",
    loads: ["/worker.js", "/agent_wasm_bg.wasm"],
  },
  {
    name: "the URL form without WebAssembly",
    policy: `${STRICT}; script-src 'self'; worker-src 'self'`,
    form: "url.js",
    loads: ["/worker.js", "/agent_wasm_bg.wasm", "/core.js"],
  },
  {
    name: "the URL form without workers and without WebAssembly",
    policy: `${STRICT}; script-src 'self'; worker-src 'none'`,
    form: "url.js",
    loads: ["/core.js"],
  },
  {
    name: "the URL form where no policy of Trusted Types may be made",
    policy: `${STRICT}; script-src 'self'; worker-src 'self'; trusted-types 'none'`,
    form: "url.js",
    loads: ["/core.js"],
  },
  {
    name: "the inlined form without Blobs",
    policy: `${STRICT}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'`,
    form: "index.js",
    loads: ["/core.js"],
  },
  {
    name: "the inlined form with Blobs, without WebAssembly",
    policy: `${STRICT}; script-src 'self'; worker-src blob:`,
    form: "index.js",
    loads: ["/core.js"],
  },
] as const;

let browser: Browser;
let files: Record<string, string | Buffer>;

before(async () => {
  const code = await bundleForPage(fileURLToPath(new URL("pages/strict.ts", import.meta.url)));
  const dist = FILES.map(
    async (name) => [`/${name}`, await readFile(new URL(name, DIST))] as const,
  );
  files = { "/": HTML, "/page.js": code, ...Object.fromEntries(await Promise.all(dist)) };
  browser = await launchChromium();
});

after(() => browser.close());

for (const { name, policy, form, loads } of CASES) {
  test(name, async () => {
    const server = await startPageServer(files, { "content-security-policy": policy });
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    try {
      await page.goto(server.url);
      const options = { endpoint: server.url, ingestKey: "test", coreUrl: "/core.js" };
      const isDelivered = await page.evaluate(([from, given]) => strictPage.record(from, given), [
        `/${form}`,
        options,
      ] as const);
      assert.ok(isDelivered, `the page said: ${said.join("\n")}`);

      const optional = ["/worker.js", "/agent_wasm_bg.wasm", "/core.js"];
      const loaded = optional.filter((path) =>
        server.requests.some((request) => request.path === path),
      );
      assert.deepEqual(loaded, loads);

      const recording = JSON.stringify(decodeBatches(receivedBatches(server)));
      assert.ok(recording.includes("Fish food") && recording.includes("Wet food"));
      assert.ok(recording.includes('"***"') && !recording.includes(SECRET), "the value is masked");
    } finally {
      await page.close();
      await server.close();
    }
  });
}
