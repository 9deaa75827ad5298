import type { Counted } from "./counted-edge.ts";

/**
 * Dollars for a million, on the Workers Paid plan beyond what it includes, as its pages said in August 2026:
 * developers.cloudflare.com, under `workers/platform/pricing`, `durable-objects/platform/pricing`, `d1/platform/pricing`
 * and `r2/pricing`.
 */
const PRICES = {
  request: 0.3,
  cpuMs: 0.02,
  objectRequest: 0.15,
  objectGigabyteSecond: 12.5,
  rowWritten: 1,
  rowRead: 0.001,
  blobWritten: 4.5,
  blobRead: 0.36,
};
const BLOB_DOLLARS_PER_GIGABYTE_MONTH = 0.015;
/** As long as sessions are kept unless their project says otherwise. */
const MONTHS_KEPT = 3;

/** CPU time of a batch in plain workerd, by `cargo xtask bench edge`: with its SQLite, which Cloudflare does not bill. */
const CPU_MS_PER_BATCH = 1.9;
/** How long an object is busy with a batch, and with how much memory it is billed. */
const OBJECT_BUSY_S = 0.02;
const OBJECT_GIGABYTES = 0.128;

/** Tables of the index whose rows belong to a session. All others are counts, which isolates write. */
const TABLES_OF_SESSIONS = ["sessions"];

interface Line {
  readonly name: string;
  /** Of one session. */
  readonly amount: number;
  /** Of a million of them. */
  readonly price: number;
  readonly source: "counted" | "derived";
}

/** A table of what one session takes, and what a thousand cost. */
export function report(counted: Counted, sessions: number): string {
  const lines = linesOf(counted, sessions);
  const rows = lines.map(({ name, amount, price, source }) => {
    const dollars = (amount * 1000 * price) / 1_000_000;
    return `| ${name} | ${amount.toPrecision(3)} | ${source} | ${dollars.toFixed(4)} |`;
  });
  const dollars = lines.reduce((sum, { amount, price }) => sum + (amount * price) / 1000, 0);
  const counts = sum(counted.index_rows_written, (table) => !TABLES_OF_SESSIONS.includes(table));
  return [
    "| | a session | | $ per 1,000 |",
    "|---|---:|---|---:|",
    ...rows,
    `| together | | | ${dollars.toFixed(4)} |`,
    "",
    `${(counted.batches / sessions).toFixed(1)} batches of ${(counted.size_bytes / counted.batches).toFixed(0)} bytes a session.`,
    `Beside them the isolate wrote ${counts} rows of counts: ${JSON.stringify(counted.index_rows_written)}`,
  ].join("\n");
}

function linesOf(counted: Counted, sessions: number): Line[] {
  const each = (total: number) => total / sessions;
  const indexRows = sum(counted.index_rows_written, (table) => TABLES_OF_SESSIONS.includes(table));
  const line = (
    name: string,
    amount: number,
    price: number,
    source: Line["source"] = "counted",
  ) => ({
    name,
    amount,
    price,
    source,
  });
  const objectRequests = each(counted.object_requests);
  return [
    line("requests", each(counted.requests), PRICES.request),
    line("CPU ms", each(counted.batches) * CPU_MS_PER_BATCH, PRICES.cpuMs, "derived"),
    line("requests and alarms of session objects", objectRequests, PRICES.objectRequest),
    line(
      "GB-s of session objects",
      objectRequests * OBJECT_BUSY_S * OBJECT_GIGABYTES,
      PRICES.objectGigabyteSecond,
      "derived",
    ),
    line("rows written by session objects", each(counted.object_rows_written), PRICES.rowWritten),
    line("alarms set", each(counted.alarms_set), PRICES.rowWritten),
    line("rows written to the index", each(indexRows), PRICES.rowWritten),
    line("rows read from the index", each(counted.index_rows_read), PRICES.rowRead),
    line("blobs written", each(counted.blobs_written), PRICES.blobWritten),
    line("blobs read", each(counted.blobs_read), PRICES.blobRead),
    line(
      "MB kept for three months",
      each(counted.size_bytes) / 1e6,
      // A million megabytes are a thousand gigabytes.
      BLOB_DOLLARS_PER_GIGABYTE_MONTH * MONTHS_KEPT * 1000,
    ),
  ];
}

function sum(rows: Counted["index_rows_written"], isWanted: (table: string) => boolean): number {
  const wanted = Object.entries(rows).filter(([table]) => isWanted(table));
  return wanted.reduce((total, [, count]) => total + count, 0);
}
