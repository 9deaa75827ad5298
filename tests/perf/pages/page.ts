import type { Workload } from "../cases.ts";
import { buildPage } from "./build-page.ts";
import type { MeasuredRecorder, Unsent } from "./recorders/recorder.ts";
import { prepare } from "./workloads.ts";

/** What the benchmark needs of its page. */
export interface BenchmarkPage {
  build(nodes: number, rules: number): void;
  /** Loads what is not to be measured of the recorder. */
  load(): Promise<void>;
  start(): Promise<void>;
  /** Prepares a workload, unobserved, and gives the function that runs it. */
  prepare(workload: Workload): void;
  run(): void;
  /** Starts the recorder or runs the workload in a task as pages have them, not in one of the debugger. */
  inTask(action: "start" | "run"): Promise<void>;
  finish(): Promise<void>;
  unsent(): Unsent | null;
}

/** Makes the page of a benchmark, which is watched by one recorder. */
export function benchmark(recorder: MeasuredRecorder): void {
  let run = (): void => {};
  const page: BenchmarkPage = {
    build: (nodes, rules) => buildPage(document, nodes, rules),
    load: async () => recorder.prepare?.(),
    start: () => recorder.start(),
    prepare(workload) {
      run = prepare(document, workload);
    },
    run: () => run(),
    inTask: (action) => new Promise((resolve) => setTimeout(() => resolve(page[action]()))),
    finish: () => recorder.finish(),
    unsent: () => recorder.unsent?.() ?? null,
  };
  Object.assign(globalThis, { benchmarkPage: page });
}
