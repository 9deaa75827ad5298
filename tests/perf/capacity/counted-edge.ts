import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { INGEST_KEY } from "../../support/edge.ts";
import { freePort } from "../../support/free-port.ts";
import { startService } from "../../support/service.ts";
import { until } from "../../support/until.ts";

/** What `counting-edge.js` counts, and what the index says of the sessions. */
export interface Counted {
  readonly requests: number;
  readonly object_requests: number;
  readonly object_rows_written: number;
  readonly alarms_set: number;
  readonly index_rows_written: Readonly<Record<string, number>>;
  readonly index_rows_read: number;
  readonly blobs_written: number;
  readonly blobs_read: number;
  readonly batches: number;
  readonly size_bytes: number;
}

/** The edge in Cloudflare's development server, counting. */
export interface CountedEdge {
  readonly url: string;
  /** Has it take in what pages of an origin send. */
  allow(origin: string): Promise<void>;
  counted(): Promise<Counted>;
  /** Ends it and removes its stores. */
  remove(): Promise<void>;
}

const API_TOKEN = "only-for-counting-only-for-counting";

/** Starts an edge that takes in nothing yet. */
export async function startCountedEdge(): Promise<CountedEdge> {
  const state = await mkdtemp(join(tmpdir(), "monitorme-counted-"));
  const secrets = join(state, "secrets.env");
  await writeFile(secrets, `API_TOKEN=${API_TOKEN}\nSETUP_TOKEN=${API_TOKEN}\n`);
  const port = await freePort();
  const service = startService(process.execPath, [
    here("../../../node_modules/wrangler/bin/wrangler.js"),
    "dev",
    here("counting-edge.js"),
    "--bundle",
    "--local",
    "--env=",
    "--inspector-port=0",
    "--show-interactive-dev-session=false",
    `--config=${here("../../../edge-worker/wrangler.toml")}`,
    `--port=${port}`,
    `--persist-to=${state}`,
    `--env-file=${secrets}`,
  ]);
  const url = `http://127.0.0.1:${port}`;
  const ask = (path: string, method = "GET", body?: unknown) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${API_TOKEN}` },
      body: JSON.stringify(body),
    });
  await until("the edge answers", async () => {
    const answer = await ask("/healthz").catch(() => undefined);
    return answer?.ok === true;
  });
  return {
    url,
    allow: async (origin) => {
      await ask("/api/projects/demo", "PUT", { name: "Demo" });
      const key = { allowed_origins: [origin] };
      await ask(`/api/projects/demo/ingest-keys/${INGEST_KEY}`, "PUT", key);
    },
    counted: async () => {
      // Before the question about sessions, which is not what visitors cost.
      const counts = await (await ask("/v1/counts")).json();
      const { sessions } = await (await ask("/api/sessions")).json();
      const sum = (field: string) =>
        sessions.reduce(
          (total: number, row: Record<string, number>) => total + (row[field] ?? 0),
          0,
        );
      return { ...counts, batches: sum("batches"), size_bytes: sum("size_bytes") };
    },
    remove: async () => {
      await service.stop();
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** What was counted in between. */
export function difference(before: Counted, after: Counted): Counted {
  const subtract = (from: unknown, what: unknown): unknown => {
    if (typeof from === "number") return from - Number(what ?? 0);
    const known = (what ?? {}) as Record<string, unknown>;
    const entries = Object.entries(from as object);
    return Object.fromEntries(entries.map(([name, value]) => [name, subtract(value, known[name])]));
  };
  return subtract(after, before) as Counted;
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
