import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { type BatchHeader, readBatchHeader } from "./batch-header.ts";

/** Stands where the edge would be and takes in what recorders send. */
export interface Sink {
  readonly url: string;
  /** Resolves with the next batch that holds a full snapshot; rejects when one is not valid. */
  nextSnapshot(): Promise<BatchHeader>;
  close(): Promise<void>;
}

/** Starts a sink on a free port, which pages of any origin may send to. It answers with `status`. */
export async function startSink(status = 202): Promise<Sink> {
  let settle: { resolve(header: BatchHeader): void; reject(reason: unknown): void } | null = null;

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) {
      parts.push(part);
    }
    response.writeHead(status, { "access-control-allow-origin": "*" }).end();
    // What is asked for has no body.
    if (request.method !== "POST") {
      return;
    }
    try {
      const header = readBatchHeader(Buffer.concat(parts));
      if (header.hasFullSnapshot) {
        settle?.resolve(header);
      }
    } catch (error) {
      settle?.reject(error);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    nextSnapshot: () =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
