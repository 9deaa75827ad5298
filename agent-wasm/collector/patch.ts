import type { Stop } from "./scope.ts";

type Method = (...values: never[]) => unknown;

/**
 * Puts `replacement` in place of a method; `call` in it does what the method did before.
 *
 * A proxy keeps what pages and other agents look at: name, length, properties, and a source text
 * that says `[native code]`. Stopping puts the method back if ours is still in place; if somebody
 * has wrapped it since, ours stays below theirs and only passes calls on.
 */
export function patchMethod<O extends object, K extends keyof O & string>(
  owner: O,
  name: K,
  replacement: (target: unknown, values: unknown[], call: Call) => unknown,
): Stop {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  const method: unknown = original?.value;
  if (original === undefined || typeof method !== "function") {
    return () => {};
  }
  let isActive = true;
  const proxy = new Proxy(method as Method, {
    apply(of, target, values) {
      const call: Call = (called) => Reflect.apply(of, target, called);
      return isActive ? replacement(target, values, call) : call(values);
    },
  });
  Object.defineProperty(owner, name, { ...original, value: proxy });
  return () => {
    isActive = false;
    if (Object.getOwnPropertyDescriptor(owner, name)?.value === proxy) {
      Object.defineProperty(owner, name, original);
    }
  };
}

/** Calls the method that was there before, on the same target. */
export type Call = (values: unknown[]) => unknown;
