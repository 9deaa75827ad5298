import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { type Service, startService } from "./service.ts";

/** The ingest key that `cargo xtask edge` makes for its demo project. */
export const INGEST_KEY = "mm_ingest_demo_petshop";

const SETUP_TOKEN = "a-token-that-only-this-test-knows";
const OWNER = { email: "owner@example.com", password: "correct horse battery staple" };

/** The real edge, in the Workers runtime, with a store of its own. */
export interface Edge {
  readonly url: string;
  /** Where all its stores keep their files. */
  readonly stateFolder: string;
  /** Somebody who may sign in. */
  readonly owner: typeof OWNER;
  /** Ends it; its stores stay. */
  stop(): Promise<void>;
  /** Starts it again at the same address, on the same stores. */
  start(): Promise<void>;
  /** Ends it for good and removes its stores. */
  remove(): Promise<void>;
  /** What the query API answers the owner. */
  query(path: string, method?: "GET" | "PUT", body?: unknown): Promise<Response>;
}

/** Starts an edge with an owner; pages of these origins may send recordings. */
export async function startEdge(allowedOrigins: string[]): Promise<Edge> {
  const stateFolder = await mkdtemp(join(tmpdir(), "monitorme-edge-"));
  let port = 0;
  let service: Service | undefined;

  const start = async (): Promise<string> => {
    service = startService(xtask(), [
      process.env.MONITORME_RUNTIME === "workerd" ? "serve" : "edge",
      "--as-built",
      "--until-stdin-closes",
      `--port=${port}`,
      `--state=${stateFolder}`,
      `--setup-token=${SETUP_TOKEN}`,
      ...allowedOrigins.map((origin) => `--allow-origin=${origin}`),
    ]);
    return service.line((line) => /^edge ready (\S+)/.exec(line)?.[1]);
  };

  const url = await start();
  port = Number(new URL(url).port);
  const cookie = await createOwner(url);
  const stop = async (): Promise<void> => service?.stop();
  return {
    url,
    stateFolder,
    owner: OWNER,
    stop,
    start: async () => {
      await start();
    },
    remove: async () => {
      await stop();
      await rm(stateFolder, { recursive: true, force: true });
    },
    query: (path, method = "GET", body = undefined) =>
      fetch(`${url}${path}`, { method, headers: { cookie }, body: JSON.stringify(body) }),
  };
}

async function createOwner(url: string): Promise<string> {
  const response = await fetch(`${url}/api/owner`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ setup_token: SETUP_TOKEN, ...OWNER }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (response.status !== 201 || !cookie) {
    throw new Error(`no owner: ${response.status} ${await response.text()}`);
  }
  return cookie;
}

function xtask(): string {
  const built = fileURLToPath(new URL("../../target/tool/xtask", import.meta.url));
  return process.env.MONITORME_XTASK ?? built;
}
