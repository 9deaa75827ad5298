import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A place that serves one page and takes in what its recorder sends. */
export interface BatchSink {
  /** Where the page is; also the recorder's endpoint. */
  readonly url: string;
  /** The batches received so far, in order. */
  readonly batches: Buffer[];
  close(): Promise<void>;
}

/** Starts a sink on a free port. `files` are served by their paths. */
export async function startBatchSink(files: Record<string, string>): Promise<BatchSink> {
  const batches: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://sink").pathname;
    if (path === "/v1/batches") {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      batches.push(Buffer.concat(parts));
      response.writeHead(202).end();
      return;
    }
    const file = files[path];
    const type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": type }).end(file);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, batches, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
