import { ELEMENT_NODE } from "../document/node-types.ts";
import {
  ERROR_CAUSES_MAX,
  ERROR_MESSAGE_CHARACTERS_MAX,
  ERROR_STACK_CHARACTERS_MAX,
} from "../limits.ts";
import {
  LOAD_FAILURE,
  ORIGIN_ERROR,
  ORIGIN_REJECTION,
  PAGE_ERROR,
  POLICY_VIOLATION,
} from "../op-codes.ts";
import type { Field, Scope } from "../scope.ts";

/** Records errors that nobody caught, what could not be loaded, and what the page's policy forbade. */
export function startPageErrors(scope: Scope): void {
  const { page, reads, roots } = scope;

  function write(origin: number, thrown: unknown, message: string, place: readonly Field[]): void {
    const [name, ownMessage, stack] = describe(thrown);
    const text = cut(message) || ownMessage;
    scope.write(PAGE_ERROR, [origin, name, text, ...place, stack, ...causesOf(thrown)]);
  }

  scope.listen(page, "error", (event) => {
    if (event instanceof page.ErrorEvent) {
      const { message, filename, lineno, colno, error } = event;
      write(ORIGIN_ERROR, error, message, [filename, lineno, colno]);
    }
  });
  // Images, scripts and style sheets that fail to load fire events that do not leave their tree.
  roots.listen("error", ({ target: node }) => {
    const target = node as Element;
    if (reads.nodeType(target) === ELEMENT_NODE) {
      const url = read(target, "src") || read(target, "href");
      const tag = reads.tagName(target).toLowerCase();
      scope.write(LOAD_FAILURE, [scope.idOf(target), tag, typeof url === "string" ? url : ""]);
    }
  });
  scope.listen(page, "unhandledrejection", (event) => {
    write(ORIGIN_REJECTION, (event as PromiseRejectionEvent).reason, "", ["", 0, 0]);
  });
  roots.listenInDocuments("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber, disposition } =
      event as SecurityPolicyViolationEvent;
    const place = [sourceFile ?? "", lineNumber, columnNumber];
    const isEnforced = disposition === "enforce" ? 1 : 0;
    scope.write(POLICY_VIOLATION, [effectiveDirective, blockedURI, ...place, isEnforced]);
  });
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

/** What a page throws may run its code when looked at, and that may throw again. */
function read(from: unknown, name: string): unknown {
  try {
    return (from as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
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
