/** Something that a page does, and what it sees of it. */
export type Case = () => Promise<unknown>;

/** Cases by what they are about. Their results hold nothing that differs from run to run. */
export type Cases = Readonly<Record<string, Case>>;

/** The server from which pages may not read, as it is of another origin. */
export function otherOrigin(): string {
  return new URLSearchParams(location.search).get("other") ?? "";
}

/** What a case sees: its result, or how it fails. */
export async function resultOf(run: Case): Promise<unknown> {
  try {
    return { result: await run() };
  } catch (failure) {
    return { failure: describeFailure(failure) };
  }
}

/** A failure as pages tell failures apart. */
export function describeFailure(failure: unknown): unknown {
  if (!(failure instanceof Error || failure instanceof DOMException)) return { thrown: failure };
  return {
    class: Object.prototype.toString.call(failure),
    constructor: failure.constructor.name,
    name: failure.name,
    message: failure.message,
    isTypeError: failure instanceof TypeError,
    hasStack: typeof failure.stack === "string",
    own: Object.getOwnPropertyNames(failure).sort(),
  };
}

/** The next event of a type. */
export function next<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as E), { once: true });
  });
}
