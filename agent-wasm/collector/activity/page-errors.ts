import { ERROR_MESSAGE_CHARACTERS_MAX, ERROR_STACK_CHARACTERS_MAX } from "../limits.ts";
import { ORIGIN_ERROR, ORIGIN_REJECTION, PAGE_ERROR } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

interface PageError {
  readonly origin: number;
  readonly message: string;
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** What was thrown; anything at all. */
  readonly thrown: unknown;
}

/** Records errors that nobody caught. */
export function startPageErrors(scope: Scope): void {
  const { page, writer } = scope;

  function write({ origin, message, source, line, column, thrown }: PageError): void {
    const stack = stackOf(thrown);
    scope.begin(PAGE_ERROR);
    writer.word(origin);
    writer.string(message.slice(0, ERROR_MESSAGE_CHARACTERS_MAX));
    writer.string(source);
    writer.word(line);
    writer.word(column);
    writer.string(stack === null ? null : stack.slice(0, ERROR_STACK_CHARACTERS_MAX));
    writer.end();
  }

  scope.listen(page, "error", (event) => {
    // Images and scripts that fail to load fire plain events of the same type.
    if (event instanceof page.ErrorEvent) {
      const { message, filename, lineno, colno, error } = event;
      write({
        origin: ORIGIN_ERROR,
        message,
        source: filename,
        line: lineno,
        column: colno,
        thrown: error,
      });
    }
  });
  scope.listen(page, "unhandledrejection", (event) => {
    const { reason } = event as PromiseRejectionEvent;
    write({
      origin: ORIGIN_REJECTION,
      message: textOf(reason),
      source: "",
      line: 0,
      column: 0,
      thrown: reason,
    });
  });
}

/** What a page throws may run its code when looked at, and that may throw again. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}

function stackOf(thrown: unknown): string | null {
  try {
    const stack: unknown = (thrown as { stack?: unknown } | null | undefined)?.stack;
    return typeof stack === "string" ? stack : null;
  } catch {
    return null;
  }
}
