/**
 * What a visitor feels of the recorder: how long typing and clicking wait, with and without it.
 *
 * Every round takes a fresh page for each variant, in turns. Browsers round the duration of events to
 * 8 ms, so beside it stands the time until the handlers had ended, which is exact.
 *
 * `node perf/interactions.ts [rounds]`
 */

import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { bundleForPage } from "../support/bundle.ts";
import { launchChromium } from "../support/chromium.ts";
import { startPageServer } from "../support/page-server.ts";
import type { InteractionsPage, InteractionTime } from "./pages/interactions.ts";

declare const interactionsPage: InteractionsPage;

const ROUNDS = Number(process.argv[2] ?? 9);
const NODES = 5_000;
const TYPED = "a happy cat in a warm basket";
const CLICKS = 20;
const VARIANTS = ["nobody", "monitorme"] as const;
type Variant = (typeof VARIANTS)[number];

const code = await bundleForPage(fileURLToPath(new URL("pages/interactions.ts", import.meta.url)));
const browser = await launchChromium();
try {
  const times: Record<Variant, InteractionTime[]> = { nobody: [], monitorme: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < VARIANTS.length; turn += 1) {
      const variant = VARIANTS[(round + turn) % VARIANTS.length] ?? "nobody";
      times[variant].push(...(await measure(browser, variant)));
    }
  }
  printTable(times);
} finally {
  await browser.close();
}

async function measure(inBrowser: Browser, variant: Variant): Promise<InteractionTime[]> {
  const html = "<!doctype html><title>Interactions</title><body><script src=/page.js></script>";
  const server = await startPageServer({ "/": html, "/page.js": code });
  const page = await inBrowser.newPage();
  try {
    await page.goto(server.url);
    await page.evaluate((nodes) => interactionsPage.build(nodes), NODES);
    if (variant === "monitorme") await page.evaluate(() => interactionsPage.start());
    await page.waitForTimeout(500);
    await page.locator("#field").pressSequentially(TYPED, { delay: 20 });
    for (let click = 0; click < CLICKS; click += 1) await page.click("#more", { delay: 10 });
    await page.waitForTimeout(200);
    return await page.evaluate(() => interactionsPage.times());
  } finally {
    await page.close();
    await server.close();
  }
}

function printTable(times: Record<Variant, InteractionTime[]>): void {
  console.log("\n| p75 of interactions | without | with | added |\n|---|---:|---:|---:|");
  const fields = { duration_ms: "until the next paint", handled_ms: "until handled" } as const;
  for (const [field, name] of Object.entries(fields)) {
    const of = (variant: Variant) =>
      percentile75(times[variant].map((time) => time[field as keyof InteractionTime]));
    const [without, recorded] = [of("nobody"), of("monitorme")];
    const cells = [without, recorded, recorded - without].map((ms) => `${ms.toFixed(2)} ms`);
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
  console.log(`\n${times.nobody.length} and ${times.monitorme.length} interactions`);
}

function percentile75(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.75)] ?? Number.NaN;
}
