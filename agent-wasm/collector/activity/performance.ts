import { EVENT_DURATION_MS, FRAME_SCRIPTS_READ_MAX, MEMORY_INTERVAL_MS } from "../limits.ts";
import {
  ENTRY_EVENT,
  ENTRY_LARGEST_PAINT,
  ENTRY_LAYOUT_SHIFT,
  ENTRY_LONG_FRAME,
  ENTRY_LONG_TASK,
  ENTRY_NAVIGATION,
  ENTRY_PAINT,
  ENTRY_RESOURCE,
  ENTRY_VISIBILITY,
  MEMORY,
  PERFORMANCE_ENTRY,
} from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Field, Stop } from "../tape.ts";
import { floats } from "../words.ts";

/** Hands on what the browser measures: paints, shifts, slow events and frames, resources, memory. */
export function startPerformance(scope: Scope, isResumed: boolean): Stop {
  const { page, guard } = scope;
  const { performance, PerformanceObserver: Observer } = page;
  const observers: [PerformanceObserver, (entries: PerformanceEntryList) => void][] = [];
  /** What began before is of the pause. */
  const beginMs = isResumed ? performance.now() : 0;
  let memoryReadMs = Number.NEGATIVE_INFINITY;

  function observe(type: string, [kind, numbers, texts, node]: EntryFields): void {
    const write = guard.wrap((entries: readonly PerformanceEntry[]) => {
      for (const entry of entries) {
        if (entry.startTime < beginMs) {
          continue;
        }
        const fields: Field[] = [kind, ...numbersIn(entry, numbers), ...textsIn(entry, texts)];
        if (node !== undefined) {
          fields.push(scope.idOf(Reflect.get(entry, node)));
        }
        const scripts: object[] = Reflect.get(entry, "scripts") ?? [];
        for (const script of scripts.slice(0, FRAME_SCRIPTS_READ_MAX)) {
          fields.push(...numbersIn(script, SCRIPT_NUMBERS), ...textsIn(script, SCRIPT_TEXTS));
        }
        scope.write(PERFORMANCE_ENTRY, fields);
      }
    });
    const observer = new Observer((list) => write(list.getEntries()));
    const options = { type, buffered: true, durationThreshold: EVENT_DURATION_MS };
    observer.observe(options);
    observers.push([observer, write]);
  }

  /** Numbers of an entry; how many interactions there were only the timeline itself knows. */
  function numbersIn(entry: object, names: readonly string[]): number[] {
    const number = (name: string) =>
      Number(Reflect.get(entry, name) ?? Reflect.get(performance, name) ?? 0);
    return floats(names.map(number));
  }

  function readMemory(): void {
    const memory = Reflect.get(performance, "memory");
    const nowMs = performance.now();
    if (memory !== undefined && nowMs - memoryReadMs >= MEMORY_INTERVAL_MS) {
      memoryReadMs = nowMs;
      scope.write(MEMORY, numbersIn(memory, MEMORY_NUMBERS));
    }
  }

  const supported = Observer?.supportedEntryTypes ?? [];
  for (const [type, fields] of Object.entries(TYPES)) {
    const isReplaced = type === "longtask" && supported.includes("long-animation-frame");
    if (supported.includes(type) && !isReplaced) {
      observe(type, fields);
    }
  }
  scope.beforePost(() => {
    for (const [observer, write] of observers) {
      write(observer.takeRecords());
    }
    readMemory();
  });
  return () => {
    for (const [observer] of observers) {
      observer.disconnect();
    }
  };
}

function textsIn(entry: object, names: readonly string[]): string[] {
  return names.map((name) => String(Reflect.get(entry, name) ?? ""));
}

/** Kind, numbers, texts and node of an entry, in the order in which the core reads them. */
type EntryFields = readonly [number, readonly string[], readonly string[], string?];

const EVENT: EntryFields = [
  ENTRY_EVENT,
  [
    "startTime",
    "duration",
    "processingStart",
    "processingEnd",
    "interactionId",
    "interactionCount",
  ],
  ["name"],
  "target",
];

const TYPES: Readonly<Record<string, EntryFields>> = {
  navigation: [ENTRY_NAVIGATION, ["activationStart", "responseStart"], []],
  "visibility-state": [ENTRY_VISIBILITY, ["startTime"], ["name"]],
  paint: [ENTRY_PAINT, ["startTime"], ["name"]],
  "largest-contentful-paint": [ENTRY_LARGEST_PAINT, ["startTime"], ["url"], "element"],
  "layout-shift": [ENTRY_LAYOUT_SHIFT, ["startTime", "value", "hadRecentInput"], []],
  "first-input": EVENT,
  event: EVENT,
  resource: [
    ENTRY_RESOURCE,
    [
      "startTime",
      "duration",
      "domainLookupStart",
      "domainLookupEnd",
      "connectStart",
      "connectEnd",
      "secureConnectionStart",
      "requestStart",
      "responseStart",
      "responseEnd",
      "transferSize",
      "encodedBodySize",
      "decodedBodySize",
    ],
    ["name", "initiatorType", "nextHopProtocol"],
  ],
  "long-animation-frame": [
    ENTRY_LONG_FRAME,
    ["startTime", "duration", "blockingDuration", "renderStart"],
    [],
  ],
  longtask: [ENTRY_LONG_TASK, ["duration"], []],
};

const SCRIPT_NUMBERS = ["duration", "forcedStyleAndLayoutDuration", "sourceCharPosition"];
const SCRIPT_TEXTS = ["invoker", "sourceURL", "sourceFunctionName"];
const MEMORY_NUMBERS = ["usedJSHeapSize", "totalJSHeapSize", "jsHeapSizeLimit"];
