import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { Edge } from "./edge.ts";

/** Runs statements in the index of an edge that is stopped, as who operates it does. */
export function executeInIndex(edge: Edge, sql: string): void {
  const folder = join(edge.stateFolder, "v3/d1/miniflare-D1DatabaseObject");
  for (const name of readdirSync(folder)) {
    if (!/^[0-9a-f]+\.sqlite$/.test(name)) continue;
    const database = new DatabaseSync(join(folder, name));
    database.exec(sql);
    database.close();
  }
}
