import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { PageConfiguration } from "../configuration.ts";
import { STOREFRONT_BYTES_MAX } from "../limits.ts";
import { contentTypeOf } from "./content-types.ts";
import { configurePage } from "./page.ts";

/** One file of the built storefront, ready to be sent. */
export interface StorefrontFile {
  content: Buffer;
  contentType: string;
  etag: string;
}

/** The built storefront by address, such as `/assets/index-abc.js`. */
export interface Storefront {
  page: StorefrontFile;
  files: ReadonlyMap<string, StorefrontFile>;
}

/**
 * Reads the built storefront into memory. No address of a request is ever turned into a path
 * of the file system, so there is nothing to escape from.
 * Throws a sentence that says what to do if the storefront has not been built.
 */
export async function loadStorefront(
  folder: string,
  configuration: PageConfiguration,
): Promise<Storefront> {
  const files = await readFolder(folder);
  const index = files.get("/index.html");
  if (index === undefined) throw notBuilt(folder);
  files.delete("/index.html");
  const html = configurePage(index.content.toString("utf8"), configuration);
  return { page: describeFile("/index.html", Buffer.from(html)), files };
}

async function readFolder(folder: string): Promise<Map<string, StorefrontFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((fault) => {
    throw notBuilt(folder, fault);
  });
  const files = new Map<string, StorefrontFile>();
  let sizeBytes = 0;
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    sizeBytes += content.length;
    if (sizeBytes > STOREFRONT_BYTES_MAX) {
      throw new Error(`The storefront in ${folder} is larger than ${STOREFRONT_BYTES_MAX} bytes.`);
    }
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, describeFile(address, content));
  }
  return files;
}

function describeFile(address: string, content: Buffer): StorefrontFile {
  const digest = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  return { content, contentType: contentTypeOf(address), etag: `"${digest}"` };
}

function notBuilt(folder: string, cause?: unknown): Error {
  const message = `The storefront is not built: ${folder} has no index.html. Run "npm run build".`;
  return new Error(message, { cause });
}
