/**
 * What the edge takes in on one machine, in plain workerd with its stores on disk: batches a second and
 * CPU time a batch, in turns with a worker that only reads what it is sent.
 *
 * `cargo xtask bench edge`
 */

import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, fdatasyncSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

import { INGEST_KEY, startEdge } from "../support/edge.ts";
import { freePort } from "../support/free-port.ts";
import { until } from "../support/until.ts";

const ORIGIN = "http://localhost:4000";
const ROUNDS = Number(process.argv[2] ?? 3);
const DURATION_S = 8;
const CONNECTIONS = 64;
/** Visitors at a time, and how much each of them sends. */
const SESSIONS = 64;
const BATCHES_PER_SESSION = 60;
/** Runs of these bytes stand where a batch says whose it is; see `load-batch`. */
const PLACES = { session: 0xa1, window: 0xa2, view: 0xa3 };

interface Target {
  readonly name: string;
  readonly url: string;
  readonly template: Buffer;
  readonly processId: () => number;
}

/** The next batch that somebody sends. */
type NextBatch = () => Buffer<ArrayBuffer>;

interface Measured {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p99Ms: number;
}

process.env.MONITORME_RUNTIME = "workerd";
const edge = await startEdge([ORIGIN]);
const noop = await startNoop();
try {
  const [small, large] = [makeBatch(20_000), makeBatch(64_000)];
  const ingest = `${edge.url}/v1/batches?ingest_key=${INGEST_KEY}`;
  const edgeProcess = () => processOfPort(new URL(edge.url).port);
  const noopProcess = () => processOfPort(new URL(noop.url).port);
  const targets: Target[] = [
    { name: "only read, 20 KB", url: noop.url, template: small, processId: noopProcess },
    { name: "stored, 20 KB", url: ingest, template: small, processId: edgeProcess },
    { name: "only read, 64 KB", url: noop.url, template: large, processId: noopProcess },
    { name: "stored, 64 KB", url: ingest, template: large, processId: edgeProcess },
  ];
  const rounds: Measured[][] = targets.map(() => []);
  const syncs: number[] = [];
  const senders = targets.map((target) => visitors(target.template));
  for (const [index, target] of targets.entries())
    await warmUp(target, senders[index] as NextBatch);
  for (let round = 0; round < ROUNDS; round++) {
    syncs.push(syncsPerSecond(edge.stateFolder));
    for (const [index, target] of targets.entries()) {
      rounds[index]?.push(await measure(target, senders[index] as NextBatch));
    }
  }
  console.log(`Medians of ${ROUNDS} rounds in turns, ${CONNECTIONS} connections\n`);
  console.log("| Batches | a second | CPU ms each | p99 ms |\n|---|---:|---:|---:|");
  for (const [index, target] of targets.entries()) {
    const of = (figure: keyof Measured) => median((rounds[index] ?? []).map((one) => one[figure]));
    const figures = [of("perSecond").toFixed(0), of("cpuMs").toFixed(2), of("p99Ms").toFixed(0)];
    console.log(`| ${target.name} | ${figures.join(" | ")} |`);
  }
  console.log(
    `\nThe disk under the stores makes ${median(syncs).toFixed(0)} writes a second durable.`,
  );
} finally {
  noop.stop();
  await edge.remove();
}

/** Sends for some seconds; an answer other than 202 ends the benchmark. */
async function measure(target: Target, next: NextBatch): Promise<Measured> {
  const cpuBeforeMs = cpuTimeMs(target.processId());
  const result = await autocannon({
    url: target.url,
    method: "POST",
    connections: CONNECTIONS,
    duration: DURATION_S,
    headers: { origin: ORIGIN },
    requests: [{ setupRequest: (request) => ({ ...request, body: next() }) }],
  });
  const cpuMs = cpuTimeMs(target.processId()) - cpuBeforeMs;
  const refused = result.errors + result.non2xx;
  if (refused > 0) throw new Error(`${target.name}: ${refused} batches were not taken`);
  return {
    perSecond: result["2xx"] / result.duration,
    cpuMs: cpuMs / result["2xx"],
    p99Ms: result.latency.p99,
  };
}

/** Begins every session, and has the runtime compile what it will run. */
async function warmUp(target: Target, next: NextBatch): Promise<void> {
  for (let sent = 0; sent < 4 * SESSIONS; sent++) {
    await fetch(target.url, { method: "POST", headers: { origin: ORIGIN }, body: next() });
  }
}

/** How often one thread can write a little and wait until it is on the disk: the floor of every store. */
function syncsPerSecond(folder: string): number {
  const file = openSync(join(folder, "synced"), "w");
  const [page, endMs] = [Buffer.alloc(4096), performance.now() + 2_000];
  let count = 0;
  for (; performance.now() < endMs; count++) {
    writeSync(file, page);
    fdatasyncSync(file);
  }
  closeSync(file);
  return count / 2;
}

/** Batches of many visitors at once, each of whom sends one after the other. */
function visitors(template: Buffer): NextBatch {
  const offsetOf = (byte: number) => template.indexOf(Buffer.alloc(16, byte));
  const places = Object.values(PLACES).map(offsetOf);
  // The number of the batch follows the view, in one byte as long as it is small.
  const numberAt = offsetOf(PLACES.view) + 16;
  const fresh = (): { batch: Buffer; sent: number } => {
    const batch = Buffer.from(template);
    for (const place of places) randomBytes(16).copy(batch, place);
    return { batch, sent: 0 };
  };
  const sessions = Array.from({ length: SESSIONS }, fresh);
  let turn = 0;
  return () => {
    turn = (turn + 1) % SESSIONS;
    let session = sessions[turn];
    if (!session || session.sent === BATCHES_PER_SESSION) {
      session = fresh();
      sessions[turn] = session;
    }
    const batch = Buffer.from(session.batch);
    batch[numberAt] = session.sent++;
    return batch;
  };
}

function makeBatch(sizeBytes: number): Buffer {
  const program = fileURLToPath(new URL("../../target/tool/load-batch", import.meta.url));
  return execFileSync(program, [String(sizeBytes)]);
}

async function startNoop(): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const workerd = fileURLToPath(new URL("../../node_modules/.bin/workerd", import.meta.url));
  const configuration = fileURLToPath(new URL("noop/worker.capnp", import.meta.url));
  const address = `http=127.0.0.1:${port}`;
  const child = spawn(workerd, ["serve", configuration, "--socket-addr", address], {
    stdio: "inherit",
  });
  await once(child, "spawn");
  const url = `http://127.0.0.1:${port}/`;
  await until("the worker answers", async () => {
    const answer = await fetch(url).catch(() => undefined);
    return answer?.status === 202;
  });
  return { url, stop: () => child.kill() };
}

/** The runtime that listens on a port. */
function processOfPort(port: string): number {
  const listens = (id: string) => {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, "latin1").split("\0");
      return line.includes(`http=127.0.0.1:${port}`);
    } catch {
      return false;
    }
  };
  const found = readdirSync("/proc").find((name) => /^\d+$/.test(name) && listens(name));
  if (!found) throw new Error(`nothing listens on port ${port}`);
  return Number(found);
}

/** CPU time of a process so far, of the user and the system. */
function cpuTimeMs(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  // The unit is 1/100 s on every Linux that Node runs on.
  return ticks * 10;
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
