/** What is wrong with an option, in words for those who call from JavaScript without types. */
export function refusal(option: string, what: string): TypeError {
  return new TypeError(`Recorder.init: option \`${option}\` ${what}`);
}

/** Refuses what is none of the allowed values. */
export function requireOneOf(option: string, value: unknown, allowed: readonly unknown[]): void {
  if (!allowed.includes(value)) {
    const values = allowed.map((one) => JSON.stringify(one));
    throw refusal(option, `must be ${values.join(" or ")}`);
  }
}

/** The strings of an option that is a list; none if it was not given. */
export function readStrings(value: unknown, option: string): readonly string[] {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string" && item !== "")) {
    throw refusal(option, "must be an array of strings that are not empty");
  }
  return value;
}

/** Refuses what is no object, or has a field that does not exist. */
export function requireFields(value: unknown, option: string, names: ReadonlySet<string>): void {
  if (typeof value !== "object" || value === null) {
    throw refusal(option, "must be an object");
  }
  const unknown = Object.keys(value).find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw refusal(`${option}.${unknown}`, "does not exist");
  }
}
