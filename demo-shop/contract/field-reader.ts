import { LINE_CHARACTERS_MAX } from "./limits.ts";

/** Sentences for the customer, by the name of the field each one is about. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Either a value that needs no further checks, or what is wrong with the input. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

const EMAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Reads fields of an object from outside one by one and remembers what is wrong with each.
 * Values read before `finish` are only to be used in what is given to it.
 */
export function createFieldReader(input: unknown) {
  const fields = isRecord(input) ? input : {};
  const errors: Record<string, string> = {};

  function reject(name: string, message: string): void {
    errors[name] ??= message;
  }

  function optionalText(name: string, charactersMax: number): string {
    const value = fields[name] ?? "";
    if (typeof value !== "string") {
      reject(name, "This is not a text.");
      return "";
    }
    if (value.length > charactersMax) reject(name, `Use at most ${charactersMax} characters.`);
    return value.trim();
  }

  function text(name: string, missing: string): string {
    const value = optionalText(name, LINE_CHARACTERS_MAX);
    if (value === "") reject(name, missing);
    return value;
  }

  /** A text that must have a form, such as a postal code. */
  function matching(name: string, form: RegExp, wrong: string): string {
    const value = text(name, wrong);
    if (!form.test(value)) reject(name, wrong);
    return value;
  }

  function email(name: string, missing: string): string {
    const value = text(name, missing);
    if (!EMAIL_ADDRESS.test(value)) reject(name, "This does not look like an e-mail address.");
    return value.toLowerCase();
  }

  function choice<Choice extends string>(
    name: string,
    isChoice: (value: string) => value is Choice,
    missing: string,
  ): Choice {
    const value = text(name, missing);
    if (!isChoice(value)) reject(name, missing);
    return value as Choice;
  }

  function flag(name: string): boolean {
    const value = fields[name] ?? false;
    if (typeof value !== "boolean") reject(name, "This is neither true nor false.");
    return value === true;
  }

  function wholeNumber(name: string, max: number): number {
    const value = fields[name];
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max) {
      return value;
    }
    reject(name, `This is not a whole number from 0 to ${max}.`);
    return 0;
  }

  function list(name: string, lengthMax: number): readonly unknown[] {
    const value = fields[name];
    if (Array.isArray(value) && value.length > 0 && value.length <= lengthMax) return value;
    reject(name, `This is not a list of 1 to ${lengthMax} entries.`);
    return [];
  }

  function finish<Value>(value: Value): Parsed<Value> {
    return Object.keys(errors).length === 0 ? { ok: true, value } : { ok: false, errors };
  }

  return { reject, optionalText, text, matching, email, choice, flag, wholeNumber, list, finish };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
