import type { Page } from "../document/dom-reads.ts";
import {
  ERROR_CAUSES_MAX,
  ERROR_MESSAGE_CHARACTERS_MAX,
  ERROR_STACK_CHARACTERS_MAX,
} from "../limits.ts";
import { ORIGIN_ERROR, ORIGIN_REJECTION, PAGE_ERROR } from "../op-codes.ts";
import type { Field, Stop, Tape } from "../tape.ts";
import { read } from "./tolerant-read.ts";

/** Records errors of a realm that nobody caught. */
export function startPageErrors(tape: Tape, realm: Page): Stop {
  const lifetime = new realm.AbortController();

  function write(origin: number, thrown: unknown, message: string, place: readonly Field[]): void {
    const [name, ownMessage, stack] = describe(thrown);
    const text = cut(message) || ownMessage;
    tape.write(PAGE_ERROR, [origin, name, text, ...place, stack, ...causesOf(thrown)]);
  }

  function listen(type: string, listener: (event: Event) => void): void {
    tape.listen(realm, type, listener, lifetime.signal);
  }

  listen("error", (event) => {
    if (event instanceof realm.ErrorEvent) {
      const { message, filename, lineno, colno, error } = event;
      write(ORIGIN_ERROR, error, message, [filename, lineno, colno]);
    }
  });
  listen("unhandledrejection", (event) => {
    write(ORIGIN_REJECTION, (event as PromiseRejectionEvent).reason, "", ["", 0, 0]);
  });
  return () => lifetime.abort();
}

/** Name, message and stack of something that was thrown, which may be anything at all. */
export function describe(thrown: unknown): [string | null, string, string | null] {
  const message = read(thrown, "message");
  const [name, stack] = [read(thrown, "name"), read(thrown, "stack")];
  return [
    typeof name === "string" ? cut(name) : null,
    cut(typeof message === "string" ? message : textOf(thrown)),
    typeof stack === "string" ? stack.slice(0, ERROR_STACK_CHARACTERS_MAX) : null,
  ];
}

function causesOf(thrown: unknown): Field[] {
  const causes: Field[] = [];
  let cause = read(thrown, "cause");
  for (let count = 0; count < ERROR_CAUSES_MAX && cause != null; count += 1) {
    causes.push(...describe(cause));
    cause = read(cause, "cause");
  }
  return causes;
}

function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}

function cut(text: string): string {
  return text.slice(0, ERROR_MESSAGE_CHARACTERS_MAX);
}
