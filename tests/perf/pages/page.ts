import { record } from "@rrweb/record";
import { Recorder } from "monitorme-recorder";

import type { Variant, Workload } from "../cases.ts";
import { buildPage } from "./build-page.ts";
import { prepare } from "./workloads.ts";

/** What the benchmark needs of its page. */
export interface BenchmarkPage {
  build(nodes: number): void;
  /** Starts a recorder; its first snapshot may still be on its way when this returns. */
  start(variant: Variant): Promise<void>;
  /** Prepares a workload, unobserved, and gives the function that runs it. */
  prepare(workload: Workload): void;
  run(): void;
  /** What rrweb would have sent so far, one JSON text an event. */
  rrwebEvents(): string[];
  flush(): Promise<boolean>;
}

const rrwebEvents: string[] = [];
let run = (): void => {};

const page: BenchmarkPage = {
  build: (nodes) => buildPage(document, nodes),
  async start(variant) {
    if (variant === "rrweb") {
      // Stringifying is part of the cost: an event that stays an object cannot be sent.
      record({ emit: (event) => rrwebEvents.push(JSON.stringify(event)) });
    } else if (variant === "monitorme") {
      await Recorder.init({ endpoint: location.origin, ingestKey: "benchmark" });
    }
  },
  prepare(workload) {
    run = prepare(document, workload);
  },
  run: () => run(),
  rrwebEvents: () => rrwebEvents,
  flush: () => Recorder.flush(),
};

Object.assign(globalThis, { benchmarkPage: page });
