import type { CDPSession } from "playwright-core";

/** What the browser's own tracing says of the page's main thread. */
export interface MainThreadTime {
  /** Processor time of all tasks, in milliseconds. */
  readonly total_ms: number;
  /** The longest task in which a script ran, in milliseconds. */
  readonly longest_task_ms: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = [
  "__metadata",
  "blink.user_timing",
  "toplevel",
  "devtools.timeline",
  "v8",
  "disabled-by-default-devtools.timeline",
];
const TASKS = new Set(["RunTask", "ThreadControllerImpl::RunTask"]);
/** Where scripts run; what continues after an `await` does so in a checkpoint, which every task has. */
const SCRIPTS = new Set([
  "FunctionCall",
  "EvaluateScript",
  "v8.callFunction",
  "BlinkScheduler_PerformMicrotaskCheckpoint",
]);
/** A checkpoint with nothing to do takes less; then the task is the browser's own, such as painting. */
const SCRIPT_MS_MIN = 0.1;

/** Runs something between the two marks and measures the tasks of the main thread. */
export async function traceMainThread(
  client: CDPSession,
  run: (mark: (name: "begin" | "end") => Promise<void>) => Promise<void>,
): Promise<MainThreadTime> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  client.on("Tracing.dataCollected", collect);
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ["*"] },
  });
  await run(async (name) => {
    await client.send("Runtime.evaluate", { expression: `performance.mark("${name}")` });
  });
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.end");
  await complete;
  client.off("Tracing.dataCollected", collect);
  return measure(events);
}

function measure(events: readonly TraceEvent[]): MainThreadTime {
  const mark = (name: string) => events.find((event) => event.name === name && "ts" in event);
  const begin = mark("begin");
  const end = mark("end");
  if (!begin || !end) throw new Error("the trace has no marks");
  const onMainThread = events.filter(
    (event) => event.pid === begin.pid && event.tid === begin.tid && event.ph === "X",
  );
  const tasks = onMainThread.filter(
    (event) => TASKS.has(event.name) && event.ts >= begin.ts && event.ts <= end.ts,
  );
  // Both names may stand for the same task; the outer one counts.
  const name = tasks.some((task) => task.name === "RunTask")
    ? "RunTask"
    : "ThreadControllerImpl::RunTask";
  const outer = tasks.filter((task) => task.name === name);
  const scripts = onMainThread.filter(
    (event) => SCRIPTS.has(event.name) && milliseconds(event) >= SCRIPT_MS_MIN,
  );
  const hasScript = ({ ts, dur = 0 }: TraceEvent) =>
    scripts.some((script) => script.ts >= ts && script.ts <= ts + dur);
  return {
    total_ms: outer.map(milliseconds).reduce((sum, time) => sum + time, 0),
    longest_task_ms: Math.max(0, ...outer.filter(hasScript).map(milliseconds)),
  };
}

function milliseconds({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1_000;
}
