import { fileURLToPath } from "node:url";

import { INGEST_KEY } from "./edge.ts";
import { startService } from "./service.ts";

/** A request as the shop's service logs it. */
export interface ShopRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly session_id: string | null;
}

/** The pet shop: its built storefront and the service behind it. */
export interface Shop {
  readonly url: string;
  /** The requests its service has answered so far. */
  requests(): ShopRequest[];
  stop(): Promise<void>;
}

/** Starts the shop, whose recorder sends to an edge. */
export async function startShop(port: number, edgeUrl: string): Promise<Shop> {
  const main = fileURLToPath(new URL("../../demo-shop/service/main.ts", import.meta.url));
  const service = startService(process.execPath, [main], {
    PORT: String(port),
    MONITORME_ENDPOINT: edgeUrl,
    MONITORME_INGEST_KEY: INGEST_KEY,
  });
  const url = `http://localhost:${port}`;
  await service.line((line) => (line.includes(String(port)) ? line : undefined));
  return {
    url,
    requests: () => service.lines.map(parseLine).filter((request) => request !== undefined),
    stop: () => service.stop(),
  };
}

function parseLine(line: string): ShopRequest | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value.path === "string" && "session_id" in value ? value : undefined;
  } catch {
    return undefined;
  }
}
