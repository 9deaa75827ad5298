import type { Stop } from "./scope.ts";

type Method = (...values: never[]) => unknown;
type Constructor = new (...values: never[]) => object;

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
  return patch(owner, name, ["value"], (isActive) => ({
    apply(of, target, values) {
      const call: Call = (called) => Reflect.apply(of, target, called);
      return isActive() ? replacement(target, values, call) : call(values);
    },
  }));
}

/** Has `note` called with the owner of an accessor property after the page has read or set it. */
export function patchAccessor(owner: object, name: string, note: (target: unknown) => void): Stop {
  return patch(owner, name, ["get", "set"], (isActive) => ({
    apply(of, target, values) {
      const result = Reflect.apply(of, target, values);
      if (isActive()) {
        note(target);
      }
      return result;
    },
  }));
}

/** Has `note` called with the arguments of a constructor and what it made of them. */
export function patchConstructor<O extends object, K extends keyof O & string>(
  owner: O,
  name: K,
  note: (values: unknown[], made: object) => void,
): Stop {
  return patch(owner, name, ["value"], (isActive) => ({
    construct(of, values, newTarget) {
      const made: object = Reflect.construct(of as unknown as Constructor, values, newTarget);
      if (isActive()) {
        note(values, made);
      }
      return made;
    },
  }));
}

/** Calls the method that was there before, on the same target. */
export type Call = (values: unknown[]) => unknown;

function patch(
  owner: object,
  name: string,
  roles: readonly ("get" | "set" | "value")[],
  handlerOf: (isActive: () => boolean) => ProxyHandler<Method>,
): Stop {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  const patched = { ...original };
  let isActive = true;
  for (const role of roles) {
    if (typeof original?.[role] === "function") {
      patched[role] = new Proxy<Method>(
        original[role],
        handlerOf(() => isActive),
      ) as () => void;
    }
  }
  const [first] = roles as ["get"];
  if (original === undefined || patched[first] === original[first]) {
    return () => {};
  }
  Object.defineProperty(owner, name, patched);
  return () => {
    isActive = false;
    if (Object.getOwnPropertyDescriptor(owner, name)?.[first] === patched[first]) {
      Object.defineProperty(owner, name, original);
    }
  };
}
