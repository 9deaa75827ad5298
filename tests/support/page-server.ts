import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that reached a page server. */
export interface ServedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A web server for pages under test, which remembers what was asked of it. */
export interface PageServer {
  readonly url: string;
  readonly requests: readonly ServedRequest[];
  close(): Promise<void>;
}

/** Types of files by the ends of their names; all others are HTML. */
const TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "text/javascript",
  wasm: "application/wasm",
  xhtml: "application/xhtml+xml",
};

/**
 * Serves these files by their paths, with additional headers, and `{}` for any other path, to every
 * origin but with no permission for additional request headers. As an edge it takes everything and
 * lacks every sheet, unless `statusOf` says otherwise of a path.
 */
export async function startPageServer(
  files: Record<string, string | Buffer>,
  headers: Record<string, string> = {},
  statusOf: (path: string) => number | Promise<number> = () => 200,
): Promise<PageServer> {
  const requests: ServedRequest[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://pages").pathname;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    requests.push({ path, headers: request.headers, body });
    const file = path === "/v1/sheets/missing" ? body : files[path];
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "text/html; charset=utf-8";
    response.writeHead(await statusOf(path), {
      ...headers,
      "access-control-allow-origin": "*",
      "content-type": file === undefined ? "application/json" : type,
    });
    response.end(file ?? "{}");
  });
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What recorders whose endpoint is this server have sent so far, in order. */
export function receivedBatches(server: PageServer): Buffer[] {
  return receivedAt(server, "/v1/batches");
}

/** The style sheets that recorders have sent to the archive so far, in order. */
export function receivedSheets(server: PageServer): Buffer[] {
  return receivedAt(server, "/v1/sheets");
}

function receivedAt(server: PageServer, wanted: string): Buffer[] {
  return server.requests.flatMap(({ path, body }) => (path === wanted ? [body] : []));
}
