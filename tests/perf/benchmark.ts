import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { startPageServer } from "../support/page-server.ts";
import { type Case, VARIANTS, type Variant } from "./cases.ts";
import type { BenchmarkPage } from "./pages/page.ts";
import type { Unsent } from "./pages/recorders/recorder.ts";

declare const benchmarkPage: BenchmarkPage;

/** After this, every recorder has handed on what it saw. */
const SETTLE_MS = 500;
/** After this, every recorder has done with what is measured. */
const RUN_MS = 1_000;
const HTML =
  '<!doctype html><html><head><title>Benchmark</title></head><body><script src="/page.js"></script></body></html>';
/** Where recorders send: ours to its edge, Datadog's replay through its proxy. */
const RECORDED_PATHS = ["/v1/batches", "/v1/sheets", "/datadog"];

/** A page has the code of its own recorder only: to load another one may change what this one costs. */
const code = new Map<Variant, string>();
for (const variant of VARIANTS) {
  const entry = new URL(`pages/recorders/${variant}.ts`, import.meta.url);
  code.set(variant, await bundleForPage(fileURLToPath(entry), true));
}

/** A fresh page for one case, watched by one recorder. */
export interface Benchmark {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What is measured: the first snapshot, or the workload of the case. */
  run(): Promise<void>;
  /** Has the recorder send all; what it leaves to its host is returned. */
  finish(): Promise<Unsent | null>;
  /** What the recorder sent. */
  sent(): Buffer[];
  close(): Promise<void>;
}

/** Builds the page of a case; if the case has a workload, the recorder runs already. */
export async function openBenchmark(
  browser: Browser,
  { nodes, rules = 0, workload }: Case,
  variant: Variant,
): Promise<Benchmark> {
  const server = await startPageServer({ "/": HTML, "/page.js": code.get(variant) ?? "" });
  const context = await browser.newContext();
  const page = await context.newPage();
  const settle = () => page.waitForTimeout(SETTLE_MS);
  await page.goto(server.url);
  await page.evaluate((of) => benchmarkPage.build(of.nodes, of.rules), { nodes, rules });
  await page.evaluate(() => benchmarkPage.load());
  if (workload) {
    await page.evaluate((name) => benchmarkPage.prepare(name), workload);
    await page.evaluate(() => benchmarkPage.start());
  }
  await settle();
  return {
    context,
    page,
    async run() {
      const action: "run" | "start" = workload ? "run" : "start";
      await page.evaluate((name) => benchmarkPage.inTask(name), action);
      await page.waitForTimeout(RUN_MS);
    },
    async finish() {
      await page.evaluate(() => benchmarkPage.finish());
      await settle();
      return page.evaluate(() => benchmarkPage.unsent());
    },
    sent: () =>
      server.requests.flatMap(({ path, body }) => (RECORDED_PATHS.includes(path) ? [body] : [])),
    async close() {
      await context.close();
      await server.close();
    },
  };
}
