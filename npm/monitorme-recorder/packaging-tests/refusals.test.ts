import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";

import { createProject, type Project, pack } from "./support/project.ts";
import { launchChromium } from "./support/recording-check.ts";
import { startSink } from "./support/sink.ts";
import { serveFolder } from "./support/static-server.ts";

interface Attempt {
  readonly rejection: string | null;
  readonly sessionId: string | null;
  readonly isFlushed: boolean;
  readonly isPageAsBefore: boolean;
}

declare const tryToRecord: (form: "inlined" | "url", options: unknown) => Promise<Attempt>;

const OPTIONS = { endpoint: "https://edge.example.com", ingestKey: "test" };
const NOT_RECORDING = { sessionId: null, isFlushed: false, isPageAsBefore: true };

let browser: Browser;
let project: Project;

before(async () => {
  const [packed, launched] = await Promise.all([pack(), launchChromium()]);
  browser = launched;
  project = await createProject(packed.tarball);
  await packed.remove();
});

after(() => Promise.all([browser.close(), project.remove()]));

test("a policy without Blobs switches the inlined form off, with one warning", async () => {
  const { attempt, warnings } = await attemptUnder("worker-src 'self'", "inlined");
  assert.deepEqual(attempt, { rejection: null, ...NOT_RECORDING });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /^MonitorMe: this visit is not recorded/);
});

test("a policy without WebAssembly switches the URL form off where there is no `core.js`", async () => {
  const options = { ...OPTIONS, coreUrl: "/not-there.js" };
  const { attempt, warnings } = await attemptUnder("script-src 'self'", "url", options);
  assert.deepEqual(attempt, { rejection: null, ...NOT_RECORDING });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /^MonitorMe: this visit is not recorded/);
});

test("an edge that refuses the ingest key ends the recording, with one warning", async () => {
  const sink = await startSink(401);
  try {
    const options = { ...OPTIONS, endpoint: sink.url };
    const { attempt, warnings } = await attemptUnder("worker-src blob:", "inlined", options);
    assert.deepEqual(attempt, { rejection: null, ...NOT_RECORDING });
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /the recording has ended.*401/);
  } finally {
    await sink.close();
  }
});

test("options that are not valid are refused by name, and nothing is recorded", async () => {
  const { attempt, warnings } = await attemptUnder("script-src 'self'", "inlined", {
    ...OPTIONS,
    endpoint: "edge",
  });
  assert.match(attempt.rejection ?? "", /^TypeError: .*`endpoint`/);
  assert.deepEqual({ ...attempt, rejection: null }, { rejection: null, ...NOT_RECORDING });
  assert.deepEqual(warnings, []);
});

/** Tries to record under a Content-Security-Policy. */
async function attemptUnder(
  policy: string,
  form: "inlined" | "url",
  options: unknown = OPTIONS,
): Promise<{ attempt: Attempt; warnings: string[] }> {
  const server = await serveFolder(project.folder, { "content-security-policy": policy });
  const page = await browser.newPage();
  const warnings = collectWarnings(page);
  try {
    await page.goto(`${server.url}/refused.html`);
    await page.waitForFunction(() => typeof tryToRecord === "function");
    const attempt = await page.evaluate(([by, given]) => tryToRecord(by, given), [
      form,
      options,
    ] as const);
    return { attempt, warnings };
  } finally {
    await page.close();
    await server.close();
  }
}

function collectWarnings(page: Page): string[] {
  const warnings: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "warning") {
      warnings.push(message.text());
    }
  });
  return warnings;
}
