/**
 * The recorder beside rrweb: same page, same run, in turns.
 *
 * Every round takes a fresh page for each case and variant. What a recorder costs is the main thread's
 * time with it minus the median without any; both come from the browser's own tracing. Results are
 * ratios, since absolute times say more about the machine.
 *
 * `node perf/recorder.ts [rounds] [text in the name of the cases]`
 */

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { receivedBatches, startPageServer } from "../support/page-server.ts";
import { CASES, type Case, VARIANTS, type Variant } from "./cases.ts";
import type { BenchmarkPage } from "./pages/page.ts";
import { type MainThreadTime, traceMainThread } from "./trace.ts";

declare const benchmarkPage: BenchmarkPage;

const ROUNDS = Number(process.argv[2] ?? 7);
const CHOSEN = CASES.filter((one) => one.name.includes(process.argv[3] ?? ""));
/** After this, every recorder has handed on what it saw. */
const SETTLE_MS = 500;

interface Sample extends MainThreadTime {
  readonly bytes: number;
}

const code = await bundleForPage(fileURLToPath(new URL("pages/page.ts", import.meta.url)));
const browser = await launchChromium();
try {
  const rows = [];
  for (const one of CHOSEN) {
    rows.push(await compare(browser, one));
    console.error(`measured: ${one.name}`);
  }
  printTable(rows);
} finally {
  await browser.close();
}

async function compare(inBrowser: Browser, one: Case): Promise<Row> {
  const samples: Record<Variant, Sample[]> = { nobody: [], rrweb: [], monitorme: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < VARIANTS.length; turn += 1) {
      const variant = VARIANTS[(round + turn) % VARIANTS.length] ?? "nobody";
      samples[variant].push(await measure(inBrowser, one, variant));
    }
  }
  return summarize(one, samples);
}

async function measure(inBrowser: Browser, one: Case, variant: Variant): Promise<Sample> {
  const html =
    '<!doctype html><html><head><title>Benchmark</title></head><body><script src="/page.js"></script></body></html>';
  const server = await startPageServer({ "/": html, "/page.js": code });
  const context = await inBrowser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate((nodes) => benchmarkPage.build(nodes), one.nodes);
    const { workload } = one;
    if (workload) {
      await page.evaluate((name) => benchmarkPage.prepare(name), workload);
      await page.evaluate((name) => benchmarkPage.start(name), variant);
    }
    await page.waitForTimeout(SETTLE_MS);
    const client = await context.newCDPSession(page);
    await client.send("HeapProfiler.collectGarbage");
    const time = await traceMainThread(client, async (mark) => {
      await mark("begin");
      if (workload) await page.evaluate(() => benchmarkPage.run());
      else await page.evaluate((name) => benchmarkPage.start(name), variant);
      await page.waitForTimeout(SETTLE_MS);
      await mark("end");
    });
    let bytes = 0;
    if (variant === "rrweb") {
      const events = await page.evaluate(() => benchmarkPage.rrwebEvents());
      bytes = gzipSync(`[${events.join(",")}]`).length;
    } else if (variant === "monitorme") {
      await page.evaluate(() => benchmarkPage.flush());
      bytes = receivedBatches(server).reduce((sum, batch) => sum + batch.length, 0);
    }
    return { ...time, bytes };
  } finally {
    await context.close();
    await server.close();
  }
}

interface Row {
  readonly name: string;
  readonly rrweb_ms: number;
  readonly monitorme_ms: number;
  readonly rrweb_longest_ms: number;
  readonly monitorme_longest_ms: number;
  readonly rrweb_bytes: number;
  readonly monitorme_bytes: number;
}

function summarize(one: Case, samples: Record<Variant, Sample[]>): Row {
  const of = (variant: Variant, field: keyof Sample) =>
    median(samples[variant].map((sample) => sample[field]));
  const without = of("nobody", "total_ms");
  return {
    name: one.name,
    rrweb_ms: of("rrweb", "total_ms") - without,
    monitorme_ms: of("monitorme", "total_ms") - without,
    rrweb_longest_ms: of("rrweb", "longest_task_ms"),
    monitorme_longest_ms: of("monitorme", "longest_task_ms"),
    rrweb_bytes: of("rrweb", "bytes"),
    monitorme_bytes: of("monitorme", "bytes"),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function printTable(rows: readonly Row[]): void {
  console.log(`\nMain-thread time added, medians of ${ROUNDS} rounds in turns; rrweb = 1.00\n`);
  console.log(
    "| Case | rrweb ms | ours ms | **ratio** | longest task rrweb / ours ms | bytes ours / rrweb+gzip |",
  );
  console.log("|---|---:|---:|---:|---:|---:|");
  for (const row of rows) {
    const cells = [
      row.name,
      row.rrweb_ms.toFixed(1),
      row.monitorme_ms.toFixed(1),
      `**${(row.monitorme_ms / row.rrweb_ms).toFixed(2)}**`,
      `${row.rrweb_longest_ms.toFixed(0)} / ${row.monitorme_longest_ms.toFixed(0)}`,
      (row.monitorme_bytes / row.rrweb_bytes).toFixed(2),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  const ratios = rows.map((row) => row.monitorme_ms / row.rrweb_ms);
  console.log(`\nMedian of the cases: ${median(ratios).toFixed(2)}`);
}
