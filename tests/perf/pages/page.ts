import type { Variant, Workload } from "../cases.ts";
import { buildPage } from "./build-page.ts";
import { datadog } from "./recorders/datadog.ts";
import { monitorme } from "./recorders/monitorme.ts";
import type { MeasuredRecorder, Unsent } from "./recorders/recorder.ts";
import { rrweb } from "./recorders/rrweb.ts";
import { prepare } from "./workloads.ts";

/** What the benchmark needs of its page. */
export interface BenchmarkPage {
  build(nodes: number, rules: number): void;
  /** Loads a recorder, without starting it. */
  choose(variant: Variant): Promise<void>;
  /** Starts the chosen recorder. */
  start(): Promise<void>;
  /** Prepares a workload, unobserved, and gives the function that runs it. */
  prepare(workload: Workload): void;
  run(): void;
  finish(): Promise<void>;
  unsent(): Unsent | null;
}

const RECORDERS: Record<Variant, () => MeasuredRecorder> = {
  nobody: () => ({ start: async () => {}, finish: async () => {} }),
  rrweb,
  datadog,
  monitorme,
};

let recorder = RECORDERS.nobody();
let run = (): void => {};

const page: BenchmarkPage = {
  build: (nodes, rules) => buildPage(document, nodes, rules),
  async choose(variant) {
    recorder = RECORDERS[variant]();
    await recorder.prepare?.();
  },
  start: () => recorder.start(),
  prepare(workload) {
    run = prepare(document, workload);
  },
  run: () => run(),
  finish: () => recorder.finish(),
  unsent: () => recorder.unsent?.() ?? null,
};

Object.assign(globalThis, { benchmarkPage: page });
