import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { PageConfiguration } from "./configuration.ts";
import { createLog } from "./log.ts";
import { startServer } from "./server.ts";
import { createShop } from "./shop.ts";
import { loadStorefront } from "./storefront/files.ts";

/** The page of the storefront that `buildStorefront` writes. */
export const PAGE =
  '<script type="application/json" id="shop-configuration">{}</script><p>Shop</p>';

/** A shop on a free port that closes when its test ends. */
export interface TestShop {
  url: string;
  /** The lines of its log so far. */
  log: Record<string, unknown>[];
}

/** Writes a storefront of two files into a folder that is removed when the test ends. */
export async function buildStorefront(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "thistle-and-tail-"));
  context.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "assets/index-1a2b.js"), "export {};");
  return folder;
}

/** Opens a shop whose clock stands still at the given time. */
export async function openTestShop(
  context: TestContext,
  { page = {}, now = new Date(2026, 10, 21) }: { page?: PageConfiguration; now?: Date } = {},
): Promise<TestShop> {
  const lines: Record<string, unknown>[] = [];
  const log = createLog((line) => lines.push(JSON.parse(line)));
  const storefront = await loadStorefront(await buildStorefront(context), page);
  const listener = createShop({ storefront, log, now: () => now });
  const shop = await startServer(listener, { host: "127.0.0.1", port: 0 });
  context.after(() => shop.close(0));
  return { url: shop.url, log: lines };
}
