import type { DomReads, Page } from "../document/dom-reads.ts";
import { ELEMENT_NODE } from "../document/node-types.ts";
import {
  CONSOLE_CHARACTERS_MAX,
  CONSOLE_DEPTH_MAX,
  CONSOLE_KEYS_MAX,
  CONSOLE_MS_PER_SECOND,
  CONSOLE_TOKENS_MAX,
} from "../limits.ts";
import {
  VALUE_END,
  VALUE_KEY,
  VALUE_LIST,
  VALUE_LITERAL,
  VALUE_OBJECT,
  VALUE_TEXT,
} from "../op-codes.ts";
import type { Field } from "../tape.ts";
import { describe } from "./page-errors.ts";

/** Reads values without running accessors of the page, as tokens from which the core makes text. */
export interface ConsoleValues {
  tokens(values: readonly unknown[]): Field[];
}

export function createConsoleValues(page: Page, reads: DomReads): ConsoleValues {
  const { performance } = page;
  let tokens: Field[] = [];
  let deadlineMs = 0;

  function literal(text: string): void {
    tokens.push(VALUE_LITERAL, text);
  }

  function read(value: unknown, depth: number): void {
    if (tokens.length >= CONSOLE_TOKENS_MAX || performance.now() > deadlineMs) {
      literal("…");
    } else if (typeof value === "string") {
      tokens.push(VALUE_TEXT, value.slice(0, CONSOLE_CHARACTERS_MAX));
    } else if (typeof value === "bigint") {
      // Writing out a long one takes time that grows with its square.
      literal(value === BigInt.asIntN(64, value) ? `${value}n` : "bigint");
    } else if (typeof value === "function") {
      literal(`ƒ ${textIn(value, "name")}`);
    } else if (typeof value !== "object" || value === null) {
      literal(String(value).slice(0, CONSOLE_CHARACTERS_MAX));
    } else {
      readObject(value, depth);
    }
  }

  function readObject(value: object, depth: number): void {
    const node = nameOfNode(value);
    if (node !== null) {
      literal(node);
    } else if (value instanceof page.Error) {
      const [name, message] = describe(value);
      literal(`${name}: ${message}`.slice(0, CONSOLE_CHARACTERS_MAX));
    } else if (Array.isArray(value)) {
      readList(value, depth);
    } else {
      readFields(value, depth);
    }
  }

  function readList(list: unknown[], depth: number): void {
    const length = Number(ownValue(list, "length"));
    tokens.push(VALUE_LIST, length);
    const shown = depth < CONSOLE_DEPTH_MAX ? Math.min(length, CONSOLE_KEYS_MAX) : 0;
    for (let index = 0; index < shown; index += 1) {
      read(ownValue(list, String(index)), depth + 1);
    }
    end(shown < length);
  }

  function readFields(value: object, depth: number): void {
    const made = ownValue(Object.getPrototypeOf(value), "constructor");
    tokens.push(VALUE_OBJECT, textIn(made, "name"));
    // The keys of a buffer are its bytes, as many as there are.
    if (depth >= CONSOLE_DEPTH_MAX || ArrayBuffer.isView(value)) {
      end(true);
      return;
    }
    const keys = Object.keys(value);
    for (const key of keys.slice(0, CONSOLE_KEYS_MAX)) {
      tokens.push(VALUE_KEY, key.slice(0, CONSOLE_CHARACTERS_MAX));
      read(ownValue(value, key), depth + 1);
    }
    end(keys.length > CONSOLE_KEYS_MAX);
  }

  function end(isCut: boolean): void {
    if (isCut) {
      literal("…");
    }
    tokens.push(VALUE_END);
  }

  /** `<div#cart>` and the like; the accessors of nodes throw for anything else. */
  function nameOfNode(value: object): string | null {
    const node = value as Element;
    try {
      if (reads.nodeType(node) !== ELEMENT_NODE) {
        return `#node ${reads.nodeType(node)}`;
      }
      const id = reads.attribute(node, "id");
      return `<${reads.tagName(node).toLowerCase()}${id ? `#${id}` : ""}>`;
    } catch {
      return null;
    }
  }

  return {
    tokens(values) {
      tokens = [];
      deadlineMs = performance.now() + CONSOLE_MS_PER_SECOND;
      for (const value of values.slice(0, CONSOLE_KEYS_MAX)) {
        read(value, 0);
      }
      return tokens;
    },
  };
}

/** The value of an own property; a getter is shown, not run. */
function ownValue(of: object | null, name: string): unknown {
  const property = of === null ? undefined : Object.getOwnPropertyDescriptor(of, name);
  return property?.get === undefined ? property?.value : GETTER;
}

const GETTER = Symbol("getter");

function textIn(of: unknown, name: string): string {
  const text = typeof of === "function" ? ownValue(of, name) : "";
  return typeof text === "string" ? text.slice(0, CONSOLE_CHARACTERS_MAX) : "";
}
