import { createServer, type RequestListener, type Server } from "node:http";
import { isIPv6 } from "node:net";
import { REQUEST_TIMEOUT_MS } from "./limits.ts";

/** A shop that is open. */
export interface RunningShop {
  /** Address to open in a browser. */
  url: string;
  /** Takes no new requests, lets running ones end for `graceMs`, and closes. */
  close(graceMs: number): Promise<void>;
}

/** Where to listen. */
export interface ListenOptions {
  host: string;
  port: number;
}

/**
 * Starts serving. `localhost` means both loopback addresses, because browsers try either first;
 * a machine without IPv6 is served on IPv4 only.
 */
export async function startServer(
  listener: RequestListener,
  { host, port }: ListenOptions,
): Promise<RunningShop> {
  if (host !== "localhost") {
    const server = await listen(listener, host, port);
    const urlHost = isIPv6(host) ? `[${host}]` : host;
    return runningShop(`http://${urlHost}:${portOf(server)}`, [server]);
  }
  const server = await listen(listener, "127.0.0.1", port);
  const chosenPort = portOf(server);
  try {
    const second = await listen(listener, "::1", chosenPort);
    return runningShop(`http://localhost:${chosenPort}`, [server, second]);
  } catch (fault) {
    if (isAddressMissing(fault)) return runningShop(`http://localhost:${chosenPort}`, [server]);
    server.close();
    throw fault;
  }
}

function runningShop(url: string, servers: readonly Server[]): RunningShop {
  return {
    url,
    async close(graceMs) {
      const closed = Promise.all(servers.map(closeServer));
      const timer = setTimeout(() => {
        for (const server of servers) server.closeAllConnections();
      }, graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function listen(listener: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, listener);
  return new Promise((resolve, reject) => {
    server.once("error", (fault) => reject(explain(fault, port)));
    server.listen({ host, port, ipv6Only: isIPv6(host) }, () => resolve(server));
  });
}

function explain(fault: NodeJS.ErrnoException, port: number): Error {
  if (fault.code !== "EADDRINUSE") return fault;
  const message = `Port ${port} is taken. Stop what uses it, or choose another one with PORT.`;
  return new Error(message, { cause: fault });
}

function isAddressMissing(fault: unknown): boolean {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
