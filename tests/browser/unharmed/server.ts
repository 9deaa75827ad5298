import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

/** A web server that answers in every way that the cases need. */
export interface CaseServer {
  readonly url: string;
  /** What recorders whose endpoint is this server have sent so far, in order. */
  readonly batches: readonly Buffer[];
  close(): Promise<void>;
}

/** Serves these files; `permits` says whether other origins may read its answers. */
export async function startCaseServer(
  files: Readonly<Record<string, string>>,
  permits: boolean,
): Promise<CaseServer> {
  const batches: Buffer[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://cases");
    if (permits) response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    if (permits) response.setHeader("access-control-allow-credentials", "true");
    const file = files[url.pathname];
    if (file !== undefined) {
      const type = url.pathname.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
      response.writeHead(200, { "content-type": type }).end(file);
      return;
    }
    const answer =
      url.pathname === "/v1/batches" ? receive : (ANSWERS[url.pathname] ?? answerNothing);
    answer(request, response, url).catch(() => response.destroy());
  });
  const receive: Answer = async (request, response) => {
    batches.push(await bodyOf(request));
    response.writeHead(204).end();
  };
  server.on("upgrade", (request, socket) => echoFrames(request, socket));
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    batches,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** What a request was, but for what differs from run to run and for the header that is ours. */
async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host: _, "x-monitorme-session-id": __, ...headers } = request.headers;
  const boundary = /boundary=(\S+)/.exec(headers["content-type"] ?? "")?.[1];
  const text = JSON.stringify({
    method: request.method,
    headers,
    body: (await bodyOf(request)).toString("latin1"),
  });
  response.writeHead(200, { "content-type": "application/json" });
  response.end(boundary === undefined ? text : text.replaceAll(boundary, "BOUNDARY"));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const STEP_MS = 40;

/** What sends the next part of a stream, by the query that names it. */
const streams = new Map<string, () => void>();

const ANSWERS: Readonly<Record<string, Answer>> = {
  "/echo": echo,
  "/json": async (_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "x-own": "1" }).end('{"a":[1]}');
  },
  "/xml": async (_request, response) => {
    response.writeHead(200, { "content-type": "text/xml" }).end("<pets><cat/></pets>");
  },
  "/status": async (_request, response, url) => {
    response.writeHead(Number(url.searchParams.get("code"))).end("said");
  },
  "/redirect": async (_request, response, url) => {
    response.writeHead(302, { location: url.searchParams.get("to") ?? "/json" }).end();
  },
  "/stream": async (_request, response, url) => {
    response.writeHead(200, { "content-type": "text/plain" });
    const parts = ["one", "two", "three"];
    const sendNext = () =>
      parts.length > 1 ? response.write(parts.shift()) : response.end(parts[0]);
    streams.set(url.search, sendNext);
    sendNext();
  },
  "/stream/next": async (_request, response, url) => {
    streams.get(url.search)?.();
    response.writeHead(204).end();
  },
  "/breaks": async (_request, response) => {
    response.writeHead(200, { "content-type": "text/plain", "content-length": "100" });
    response.write("begun");
    await pause(STEP_MS);
    response.destroy();
  },
  "/endless": async (_request, response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    response.write("begun");
  },
  "/silent": async () => {},
  "/events": async (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: first\n\nevent: named\nid: 7\ndata: second\n\n");
  },
};

const answerNothing: Answer = async (_request, response) => {
  response.writeHead(404).end("nothing here");
};

const HANDSHAKE_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** Sends every short frame back (RFC 6455); a close frame is answered by the same. */
function echoFrames(request: IncomingMessage, socket: Duplex): void {
  const key = `${request.headers["sec-websocket-key"]}${HANDSHAKE_SUFFIX}`;
  const accept = createHash("sha1").update(key).digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let received = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (data: Buffer) => {
    received = Buffer.concat([received, data]);
    while (received.length >= 6) {
      const length = (received[1] ?? 0) & 0x7f;
      if (received.length < 6 + length) return;
      const mask = received.subarray(2, 6);
      const body = received.subarray(6, 6 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
      socket.write(Buffer.concat([Buffer.from([received[0] ?? 0, length]), body]));
      if (((received[0] ?? 0) & 0x0f) === 8) socket.end();
      received = received.subarray(6 + length);
    }
  });
}
