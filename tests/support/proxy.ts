import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to a request: it is passed on, or one of the ways in which networks and edges fail. */
export type Fate = "passed" | "refused" | "answer lost" | { readonly retryAfter: string };

/** A way to the edge that fails as a test wants it to. */
export interface EdgeProxy {
  readonly url: string;
  /** Decides on each request by its number, from 0. */
  fateOf: (request: number) => Fate;
  /** When each request came, in milliseconds since the Unix epoch. */
  readonly arrivals: readonly number[];
  close(): Promise<void>;
}

/** Starts a proxy before an edge. */
export async function startProxy(edgeUrl: string, fateOf: EdgeProxy["fateOf"]): Promise<EdgeProxy> {
  const arrivals: number[] = [];
  const server = createServer(async (incoming, response) => {
    const fate = proxy.fateOf(arrivals.length);
    arrivals.push(Date.now());
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    if (typeof fate === "object") {
      const headers = {
        "access-control-allow-origin": incoming.headers.origin ?? "*",
        "access-control-expose-headers": "retry-after",
        "retry-after": fate.retryAfter,
      };
      response.writeHead(503, headers).end();
    } else if (fate === "refused") {
      response.destroy();
    } else {
      await pass(edgeUrl, incoming, Buffer.concat(parts), response, fate === "passed");
    }
  });
  server.listen(0);
  await once(server, "listening");
  const proxy: EdgeProxy = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    fateOf,
    arrivals,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}

async function pass(
  edgeUrl: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  isAnswered: boolean,
): Promise<void> {
  const onward = request(new URL(url ?? "/", edgeUrl), { method, headers });
  onward.end(body);
  onward.on("error", () => response.destroy());
  const [answer] = (await once(onward, "response")) as [IncomingMessage];
  if (isAnswered) {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  } else {
    answer.resume();
    response.destroy();
  }
}
