/**
 * LZ4, as the recorder uses it, beside the browser's deflate: the payloads of the same batches, in the
 * same browser. What a smaller body is worth depends on the connection: up to the bandwidth in the last
 * column deflate saves more time than it takes.
 *
 * `cargo xtask bench compression`
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { startPageServer } from "../support/page-server.ts";
import { openBenchmark } from "./benchmark.ts";
import { CASES, type Case } from "./cases.ts";
import type { Compressed, CompressionPage } from "./pages/compression.ts";

declare const compressionPage: CompressionPage;

/** Bytes of a batch before its header; see `docs/wire-format.md`. */
const ENVELOPE_BYTES = 12;

const code = await bundleForPage(fileURLToPath(new URL("pages/compression.ts", import.meta.url)));
const codec = (file: string) =>
  readFile(new URL(`../../target/wasm/codec/${file}`, import.meta.url));
const files = {
  "/": '<!doctype html><title>Compression</title><script src="/page.js"></script>',
  "/page.js": code,
  "/codec.js": await codec("codec.js"),
  "/codec_bg.wasm": await codec("codec_bg.wasm"),
};
const browser = await launchChromium();
try {
  printRow([
    "Case",
    "payload KB",
    "LZ4 KB",
    "deflate KB",
    "deflate ÷ LZ4",
    "LZ4 ms",
    "deflate ms",
    "deflate pays up to Mbit/s",
  ]);
  printRow(["---", ...Array.from({ length: 7 }, () => "---:")]);
  const all: Compressed[] = [];
  for (const one of CASES) {
    const compressed = await compareIn(browser, await record(browser, one));
    all.push(...compressed);
    printRow(cells(one.name, compressed));
  }
  printRow(cells("**all**", all));
} finally {
  await browser.close();
}

/** The batches of a case. */
async function record(inBrowser: Browser, one: Case): Promise<Buffer[]> {
  const visit = await openBenchmark(inBrowser, one, "monitorme");
  try {
    await visit.run();
    await visit.finish();
    return visit.sent().filter((body) => body.toString("latin1", 0, 4) === "MMWB");
  } finally {
    await visit.close();
  }
}

async function compareIn(inBrowser: Browser, batches: readonly Buffer[]): Promise<Compressed[]> {
  const server = await startPageServer(files);
  const page = await inBrowser.newPage();
  try {
    await page.goto(server.url);
    const compared: Compressed[] = [];
    for (const batch of batches) {
      const payload = {
        isCompressed: batch[5] === 1,
        payload_bytes: batch.readUInt32LE(8),
        base64: batch.subarray(ENVELOPE_BYTES + batch.readUInt16LE(6)).toString("base64"),
      };
      compared.push(await page.evaluate((of) => compressionPage.compare(of), payload));
    }
    return compared;
  } finally {
    await page.close();
    await server.close();
  }
}

function cells(name: string, compared: readonly Compressed[]): string[] {
  const sum = (field: keyof Compressed) => compared.reduce((total, one) => total + one[field], 0);
  const [lz4, deflate] = [sum("lz4_bytes"), sum("deflate_bytes")];
  const bits = 8 * (lz4 - deflate);
  const ms = sum("deflate_ms") - sum("lz4_ms");
  return [
    name,
    ...[sum("payload_bytes"), lz4, deflate].map((bytes) => (bytes / 1_000).toFixed(1)),
    (deflate / lz4).toFixed(2),
    ...[sum("lz4_ms"), sum("deflate_ms")].map((total) => total.toFixed(1)),
    (bits / ms / 1_000).toFixed(0),
  ];
}

function printRow(row: readonly string[]): void {
  console.log(`| ${row.join(" | ")} |`);
}
