/**
 * What five minutes of a visitor cost on Cloudflare: sessions in real time, sent as recorders send those in which
 * something happens all the time, to the edge in the Workers runtime with every billed operation counted.
 *
 * `cargo xtask bench capacity`, which takes eight minutes. Operating it: docs/operate/capacity.md
 */

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { INGEST_KEY } from "../support/edge.ts";
import { difference, startCountedEdge } from "./capacity/counted-edge.ts";
import { report } from "./capacity/report.ts";

const ORIGIN = "http://localhost:4000";
const SESSIONS = 20;
const VISIT_MS = 300_000;
/** How long recorders keep a batch open at most. */
const BATCH_INTERVAL_MS = 5_000;
/** A little more than the mean of visits to the pet shop, whose first snapshot has 34 KB. */
const BATCH_BYTES = 10_000;
/** Until the last tail is a segment and all counts are written; see `limits.rs` of the edge. */
const QUIET_MS = 80_000;
/** Runs of these bytes stand where a batch says whose it is; see `load-batch`. */
const PLACES = { session: 0xa1, window: 0xa2, view: 0xa3 };

const edge = await startCountedEdge();
try {
  await edge.allow(ORIGIN);
  // Everything that an edge does once.
  await visit(1);
  await pause(QUIET_MS);
  const before = await edge.counted();
  const visits = Array.from({ length: SESSIONS }, () => visit(VISIT_MS / BATCH_INTERVAL_MS));
  await Promise.all(visits);
  await pause(QUIET_MS);
  console.log(report(difference(before, await edge.counted()), SESSIONS));
} finally {
  await edge.remove();
}

/** Sends so many batches of a new session. */
async function visit(batches: number): Promise<void> {
  // Not all at the same moment.
  await pause(Math.random() * BATCH_INTERVAL_MS);
  const program = fileURLToPath(new URL("../../target/tool/load-batch", import.meta.url));
  const batch = execFileSync(program, [String(BATCH_BYTES)]);
  const offsets = Object.values(PLACES).map((byte) => batch.indexOf(Buffer.alloc(16, byte)));
  // The number of the batch follows the view, in one byte as long as it is small.
  const numberAt = Math.max(...offsets) + 16;
  for (const offset of offsets) randomBytes(16).copy(batch, offset);
  for (let number = 0; number < batches; number++) {
    batch[numberAt] = number;
    const answer = await fetch(`${edge.url}/v1/batches?ingest_key=${INGEST_KEY}`, {
      method: "POST",
      headers: { origin: ORIGIN },
      body: batch,
    });
    if (answer.status !== 202) throw new Error(`not taken: ${await answer.text()}`);
    if (number < batches - 1) await pause(BATCH_INTERVAL_MS);
  }
}
