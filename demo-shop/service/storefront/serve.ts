import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "../http/answer.ts";
import { Problem } from "../http/problem.ts";
import { methodNotAllowed, type ShopRequest } from "../http/router.ts";
import type { Storefront, StorefrontFile } from "./files.ts";

/** Everything below this folder is named after its content and therefore never changes. */
const HASHED_FOLDER = "/assets/";

/**
 * Answers with a file of the storefront. Addresses that are no file get the page, because the
 * storefront decides itself what `/products/rope-tug` shows.
 */
export function serveStorefront(
  storefront: Storefront,
  { method, path }: ShopRequest,
  headers: IncomingHttpHeaders,
): Answer {
  if (method !== "GET" && method !== "HEAD") throw methodNotAllowed(["GET", "HEAD"]);
  const file = storefront.files.get(path);
  if (file !== undefined) return fileAnswer(file, cachingOf(path), headers);
  if (path.startsWith(HASHED_FOLDER)) {
    throw new Problem(404, { code: "file_not_found", message: "There is no such file." });
  }
  return fileAnswer(storefront.page, "no-cache", headers);
}

function cachingOf(path: string): string {
  return path.startsWith(HASHED_FOLDER) ? "public, max-age=31536000, immutable" : "no-cache";
}

function fileAnswer(file: StorefrontFile, caching: string, request: IncomingHttpHeaders): Answer {
  const headers = {
    "content-type": file.contentType,
    "cache-control": caching,
    etag: file.etag,
  };
  if (request["if-none-match"] === file.etag) return { status: 304, headers, body: "" };
  return { status: 200, headers, body: file.content };
}
