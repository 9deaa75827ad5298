import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { eventWithTime } from "@rrweb/types";

/** A session as `decode_session` of the decoder describes it. */
export interface DecodedSession {
  readonly windows: {
    readonly window_id: string;
    readonly joined_ids: string[];
    readonly events: eventWithTime[];
  }[];
  readonly activity: { readonly at_ms: number; readonly kind: string; readonly label: string }[];
}

const OUTPUT_BYTES_MAX = 1024 ** 3;

/** Decodes batches and archived sheets, as a recorder sends them, with the one decoder there is. */
export function decodeBatches(
  batches: readonly Buffer[],
  sheets: readonly Buffer[] = [],
): DecodedSession {
  const framed = [...sheets, ...batches].flatMap((batch) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(batch.length);
    return [length, batch];
  });
  return JSON.parse(inspect("batches", Buffer.concat(framed)));
}

/** Decodes segments, as the edge stores them. */
export function decodeSegments(segments: Buffer): DecodedSession {
  return JSON.parse(inspect("segments", segments));
}

/** Every record of some segments in a line: its window, and the record with every string in it. */
export function printRecords(segments: Buffer): string {
  return inspect("records", segments);
}

/** Runs the native build of the decoder; see `tests/src/bin/inspect.rs`. */
function inspect(what: "batches" | "segments" | "records", input: Buffer): string {
  inspector ??= buildInspector();
  return run(inspector, [what], input).toString();
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let inspector: string | undefined;

function buildInspector(): string {
  const options = [
    "--quiet",
    "--profile",
    "tool",
    "--package",
    "monitorme-tests",
    "--bin",
    "inspect",
  ];
  run("cargo", ["build", ...options]);
  return `${ROOT}target/tool/inspect`;
}

function run(command: string, commandArguments: string[], input?: Buffer): Buffer {
  const ended = spawnSync(command, commandArguments, {
    cwd: ROOT,
    maxBuffer: OUTPUT_BYTES_MAX,
    ...(input && { input }),
  });
  if (ended.status !== 0) throw new Error(`${command} failed: ${ended.stderr}`);
  return ended.stdout;
}
