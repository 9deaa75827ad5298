import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";

import { createProject, type Project, pack } from "./support/project.ts";
import { assertIsRecorded, launchChromium } from "./support/recording-check.ts";
import { type Sink, startSink } from "./support/sink.ts";
import { serveFolder } from "./support/static-server.ts";

/** The strictest policy under which WebAssembly runs; no Blobs, no inline scripts, no `eval`. */
const STRICT_POLICY = "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; object-src 'none'";

let browser: Browser;
let sink: Sink;
let project: Project;

before(async () => {
  const [packed, launched, started] = await Promise.all([pack(), launchChromium(), startSink()]);
  [browser, sink] = [launched, started];
  project = await createProject(packed.tarball);
  await packed.remove();
});

after(async () => {
  await Promise.all([browser.close(), sink.close(), project.remove()]);
});

test("a module script without a build", () => assertPageRecords("module-script.html"));

test("one script element", async () => {
  const path = join(project.folder, "script-tag.html");
  const html = await readFile(path, "utf8");
  await writeFile(path, html.replace("ENDPOINT", sink.url));
  await assertPageRecords("script-tag.html");
});

test("the URL form under a strict Content-Security-Policy", () =>
  assertPageRecords("by-url.html", { "content-security-policy": STRICT_POLICY }));

test("the URL form under a policy that refuses WebAssembly", () =>
  assertPageRecords("by-url.html", { "content-security-policy": "script-src 'self'" }));

test("the URL form under a policy that refuses WebAssembly and workers", () =>
  assertPageRecords("by-url.html", {
    "content-security-policy": "script-src 'self'; worker-src 'none'",
  }));

async function assertPageRecords(page: string, headers?: Record<string, string>): Promise<void> {
  const server = await serveFolder(project.folder, headers);
  try {
    await assertIsRecorded(browser, `${server.url}/${page}`, sink);
  } finally {
    await server.close();
  }
}
