import type { Stop } from "./tape.ts";

type Method = (...values: never[]) => unknown;

/**
 * Puts `replacement` in place of a method; `call` in it does what the method did before, and `entry`
 * is where our calls begin on the stack.
 *
 * A proxy keeps what pages and other agents look at: name, length, properties, and a source text
 * that says `[native code]`. Stopping puts the method back if ours is still in place; if somebody
 * has wrapped it since, ours stays below theirs and only passes calls on.
 */
export function patchMethod<O extends object, K extends keyof O & string>(
  owner: O,
  name: K,
  replacement: (target: unknown, values: unknown[], call: Call, entry: unknown) => unknown,
): Stop {
  return patch(owner, name, ["value"], (isActive) => {
    const apply = (of: Method, target: unknown, values: unknown[]): unknown => {
      const call: Call = (called) => Reflect.apply(of, target, called);
      return isActive() ? replacement(target, values, call, apply) : call(values);
    };
    return { apply };
  });
}

/** Calls the method that was there before, on the same target. */
export type Call = (values: unknown[]) => unknown;

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

/** Lets `onConstruct` see every object that a constructor of the page makes. */
export function patchConstructor<O extends object, K extends keyof O & string>(
  owner: O,
  name: K,
  onConstruct: (instance: object, values: unknown[]) => void,
): Stop {
  const original: unknown = owner[name];
  const stop = patch(owner, name, ["value"], (isActive) => ({
    construct(of, values, target) {
      // A class of the page that extends this one stays what is constructed.
      const instance: object = Reflect.construct(of, values, target === ours ? of : target);
      if (isActive()) {
        onConstruct(instance, values);
      }
      return instance;
    },
  }));
  const ours: unknown = owner[name];
  if (ours === original) {
    return stop;
  }
  // Pages compare `object.constructor` with the global.
  const { prototype } = original as { readonly prototype: object };
  const putBack = replace(prototype, "constructor", ["value"], () => ours as Method);
  return () => {
    putBack();
    stop();
  };
}

/** Undoes several patches. */
export function stopAll(stops: readonly Stop[]): Stop {
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}

/** Under this, a proxy of any recorder that has stopped says what it was put in place of. */
const BENEATH = Symbol.for("monitorme.beneath");

/** A function without the proxies of recorders that stopped after they were wrapped by others. */
function beneath(method: unknown): unknown {
  const below: unknown = typeof method === "function" && Reflect.get(method, BENEATH);
  return below ? beneath(below) : method;
}

type Part = "value" | "get" | "set";

/** Puts proxies in place of parts of a property. */
function patch(
  owner: object,
  name: string,
  parts: readonly Part[],
  handlerOf: (isActive: () => boolean) => ProxyHandler<Method>,
): Stop {
  let isActive = true;
  const handler: ProxyHandler<Method> = {
    ...handlerOf(() => isActive),
    get: (of, key, receiver) =>
      key === BENEATH ? !isActive && of : Reflect.get(of, key, receiver),
  };
  const putBack = replace(owner, name, parts, (of) => new Proxy(of, handler));
  return () => {
    isActive = false;
    putBack();
  };
}

/** Exchanges functions of a property until the stop, unless somebody else has done so since. */
function replace(
  owner: object,
  name: string,
  parts: readonly Part[],
  inPlaceOf: (of: Method) => Method,
): Stop {
  const original: PropertyDescriptor = Object.getOwnPropertyDescriptor(owner, name) ?? {};
  const found = parts.filter((part) => typeof original[part] === "function");
  const [first] = found;
  if (first === undefined) {
    return () => {};
  }
  const ours: PropertyDescriptor = { ...original };
  for (const part of found) {
    ours[part] = inPlaceOf(original[part] as Method) as () => void;
  }
  Object.defineProperty(owner, name, ours);
  return () => {
    try {
      if (Object.getOwnPropertyDescriptor(owner, name)?.[first] === ours[first]) {
        for (const part of found) {
          original[part] = beneath(original[part]) as () => void;
        }
        Object.defineProperty(owner, name, original);
      }
    } catch {
      // The window of a frame that shows another origin by now; what was patched went with its page.
    }
  };
}
