/**
 * The recorder beside rrweb and the leanest peer, Datadog's: same page, same run, in turns.
 *
 * Every round takes a fresh page for each case and variant. What a recorder costs is the main thread's
 * time with it minus the median without any; both come from the browser's own tracing. Results are
 * ratios, since absolute times say more about the machine.
 *
 * `node perf/recorder.ts [rounds] [text in the name of the cases]`
 */

import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { openBenchmark } from "./benchmark.ts";
import { CASES, type Case, VARIANTS, type Variant } from "./cases.ts";
import { type MainThreadTime, traceMainThread } from "./trace.ts";

const ROUNDS = Number(process.argv[2] ?? 7);
const CHOSEN = CASES.filter((one) => one.name.includes(process.argv[3] ?? ""));

interface Sample extends MainThreadTime {
  readonly bytes: number;
  /** In the recorder's own packing, for one that leaves sending to its host. */
  readonly packed_bytes: number;
}

const browser = await launchChromium({ args: ["--js-flags=--expose-gc"] });
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
  const samples: Record<Variant, Sample[]> = { nobody: [], rrweb: [], datadog: [], monitorme: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < VARIANTS.length; turn += 1) {
      const variant = VARIANTS[(round + turn) % VARIANTS.length] ?? "nobody";
      samples[variant].push(await measure(inBrowser, one, variant));
    }
  }
  return summarize(one, samples);
}

async function measure(inBrowser: Browser, one: Case, variant: Variant): Promise<Sample> {
  const visit = await openBenchmark(inBrowser, one, variant);
  try {
    const client = await visit.context.newCDPSession(visit.page);
    // That of the profiler would have the browser keep its memory low from then on, at the recorders' expense.
    await visit.page.evaluate(() => globalThis.gc?.());
    const time = await traceMainThread(client, async (mark) => {
      await mark("begin");
      await visit.run();
      await mark("end");
    });
    const unsent = await visit.finish();
    const bytes = unsent
      ? gzipSync(`[${unsent.events.join(",")}]`).length
      : visit.sent().reduce((sum, batch) => sum + batch.length, 0);
    return { ...time, bytes, packed_bytes: unsent?.packedBytes ?? bytes };
  } finally {
    await visit.close();
  }
}

interface Row {
  readonly name: string;
  readonly rrweb_ms: number;
  readonly datadog_ms: number;
  readonly monitorme_ms: number;
  readonly rrweb_longest_ms: number;
  readonly monitorme_longest_ms: number;
  readonly rrweb_bytes: number;
  readonly packed_bytes: number;
  readonly datadog_bytes: number;
  readonly monitorme_bytes: number;
}

function summarize(one: Case, samples: Record<Variant, Sample[]>): Row {
  const of = (variant: Variant, field: keyof Sample) =>
    median(samples[variant].map((sample) => sample[field]));
  const without = of("nobody", "total_ms");
  return {
    name: one.name,
    rrweb_ms: of("rrweb", "total_ms") - without,
    datadog_ms: of("datadog", "total_ms") - without,
    monitorme_ms: of("monitorme", "total_ms") - without,
    rrweb_longest_ms: of("rrweb", "longest_task_ms"),
    monitorme_longest_ms: of("monitorme", "longest_task_ms"),
    rrweb_bytes: of("rrweb", "bytes"),
    packed_bytes: of("rrweb", "packed_bytes"),
    datadog_bytes: of("datadog", "bytes"),
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
    "| Case | rrweb ms | Datadog | **ours** | longest task rrweb / ours ms | KB ours | ÷ rrweb+gzip | ÷ rrweb packed | ÷ Datadog |",
  );
  console.log("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
  for (const row of rows) {
    const cells = [
      row.name,
      row.rrweb_ms.toFixed(1),
      (row.datadog_ms / row.rrweb_ms).toFixed(2),
      `**${(row.monitorme_ms / row.rrweb_ms).toFixed(2)}**`,
      `${row.rrweb_longest_ms.toFixed(0)} / ${row.monitorme_longest_ms.toFixed(1)}`,
      (row.monitorme_bytes / 1_000).toFixed(1),
      (row.monitorme_bytes / row.rrweb_bytes).toFixed(2),
      (row.monitorme_bytes / row.packed_bytes).toFixed(2),
      (row.monitorme_bytes / row.datadog_bytes).toFixed(2),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  const medianOf = (ratio: (row: Row) => number) => median(rows.map(ratio)).toFixed(2);
  console.log(
    `\nMedians of the cases: time ${medianOf((row) => row.monitorme_ms / row.rrweb_ms)} of rrweb's; ` +
      `bytes ${medianOf((row) => row.monitorme_bytes / row.rrweb_bytes)} of rrweb with gzip, ` +
      `${medianOf((row) => row.monitorme_bytes / row.datadog_bytes)} of Datadog's`,
  );
}
