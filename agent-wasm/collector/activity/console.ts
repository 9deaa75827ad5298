import type { DomReads } from "../document/dom-reads.ts";
import {
  CONSOLE_MESSAGES_PER_SECOND,
  CONSOLE_MS_PER_SECOND,
  ERROR_STACK_CHARACTERS_MAX,
} from "../limits.ts";
import {
  CONSOLE,
  CONSOLE_SKIPPED,
  LEVEL_ASSERT,
  LEVEL_DEBUG,
  LEVEL_ERROR,
  LEVEL_INFO,
  LEVEL_LOG,
  LEVEL_TRACE,
  LEVEL_WARN,
} from "../op-codes.ts";
import { patchMethod, stopAll } from "../patch.ts";
import type { StartRealm, Tape } from "../tape.ts";

import { type ConsoleValues, createConsoleValues } from "./console-values.ts";

/** Records what a realm writes to the console; bounds of number and time are those of all together. */
export function createConsole(tape: Tape, reads: DomReads): StartRealm {
  const { page, guard } = tape;
  const { performance } = page;
  /** The second that is being counted. */
  let second = 0;
  let messages = 0;
  let spentMs = 0;
  let skipped = 0;
  let isReading = false;

  const note = guard.wrap(
    (values: ConsoleValues, level: number, given: unknown[], entry: unknown) => {
      // Looking at a value can run code of the page, which may write to the console.
      if (isReading) {
        return;
      }
      const startMs = performance.now();
      if (startMs - second >= 1_000) {
        second = startMs;
        messages = 0;
        spentMs = 0;
      }
      if (messages >= CONSOLE_MESSAGES_PER_SECOND || spentMs >= CONSOLE_MS_PER_SECOND) {
        skipped += 1;
        tape.requestPost();
        return;
      }
      messages += 1;
      isReading = true;
      try {
        const stack = level >= LEVEL_ERROR ? stackBelow(entry) : null;
        tape.write(CONSOLE, [level, stack, ...values.tokens(given)]);
      } finally {
        isReading = false;
        spentMs += performance.now() - startMs;
      }
    },
  );

  /** The calls that led to the console, without our own where the browser can leave them out. */
  function stackBelow(entry: unknown): string | null {
    const { Error: PageError } = page;
    const holder: { stack?: unknown } = new PageError();
    const capture: unknown = Reflect.get(PageError, "captureStackTrace");
    if (typeof capture === "function") {
      Reflect.apply(capture, PageError, [holder, entry]);
    }
    const { stack } = holder;
    return typeof stack === "string" ? stack.slice(0, ERROR_STACK_CHARACTERS_MAX) : null;
  }

  tape.beforePost(() => {
    if (skipped > 0) {
      tape.write(CONSOLE_SKIPPED, [skipped]);
      skipped = 0;
    }
  });
  return (realm) => {
    const values = createConsoleValues(realm, reads);
    return stopAll(
      LEVELS.map(([name, level]) =>
        patchMethod(realm.console, name, (_target, given, call, entry) => {
          if (level !== LEVEL_ASSERT) {
            note(values, level, given, entry);
          } else if (!given[0]) {
            note(values, level, given.slice(1), entry);
          }
          return call(given);
        }),
      ),
    );
  };
}

const LEVELS = [
  ["debug", LEVEL_DEBUG],
  ["log", LEVEL_LOG],
  ["info", LEVEL_INFO],
  ["warn", LEVEL_WARN],
  ["error", LEVEL_ERROR],
  ["assert", LEVEL_ASSERT],
  ["trace", LEVEL_TRACE],
] as const;
