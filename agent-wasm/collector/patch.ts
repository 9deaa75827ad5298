import type { Stop } from "./tape.ts";

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
  replacement: (target: unknown, values: unknown[], call: Call, entry: Method) => unknown,
): Stop {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  const method: unknown = original?.value;
  if (original === undefined || typeof method !== "function") {
    return () => {};
  }
  let isActive = true;
  const entry = (of: Method, target: unknown, values: unknown[]): unknown => {
    const call: Call = (called) => Reflect.apply(of, target, called as never[]);
    return isActive ? replacement(target, values, call, entry) : call(values);
  };
  const restore = replace(owner, name, original, new Proxy(method as Method, { apply: entry }));
  return () => {
    isActive = false;
    restore();
  };
}

/** Calls the method that was there before, on the same target. */
export type Call = (values: unknown[]) => unknown;

/** Lets `onConstruct` see every object that a constructor of the page makes; otherwise like `patchMethod`. */
export function patchConstructor<O extends object, K extends keyof O & string>(
  owner: O,
  name: K,
  onConstruct: (instance: unknown, values: unknown[]) => void,
): Stop {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  const made: unknown = original?.value;
  if (original === undefined || typeof made !== "function") {
    return () => {};
  }
  let isActive = true;
  const proxy: Method = new Proxy(made as Method, {
    construct(of, values, target) {
      // A class of the page that extends this one stays what is constructed.
      const instance: object = Reflect.construct(of, values, target === proxy ? of : target);
      if (isActive) {
        onConstruct(instance, values);
      }
      return instance;
    },
  });
  const restore = replace(owner, name, original, proxy);
  // Pages compare `object.constructor` with the global.
  const { prototype } = made;
  const back = Object.getOwnPropertyDescriptor(prototype, "constructor");
  const restoreBack = back ? replace(prototype, "constructor", back, proxy) : restore;
  return () => {
    isActive = false;
    restoreBack();
    restore();
  };
}

/** Puts a value in the place of another until the stop, unless somebody else has done so since. */
function replace(owner: object, name: string, original: PropertyDescriptor, value: unknown): Stop {
  Object.defineProperty(owner, name, { ...original, value });
  return () => {
    if (Object.getOwnPropertyDescriptor(owner, name)?.value === value) {
      Object.defineProperty(owner, name, original);
    }
  };
}
