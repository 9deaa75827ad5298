import { type Cases, describeFailure, next } from "./case.ts";

/** Notes whatever looks inside of it. */
function watched(): { touched: string[]; value: object } {
  const touched: string[] = [];
  const value = {
    get secret(): string {
      touched.push("getter");
      return "read";
    },
    toString(): string {
      touched.push("toString");
      return "";
    },
    toJSON(): string {
      touched.push("toJSON");
      return "";
    },
    [Symbol.toPrimitive](): string {
      touched.push("toPrimitive");
      return "";
    },
  };
  return { touched, value };
}

export const pageCases: Cases = {
  "console: what it returns, and that it looks at nothing by itself": async () => {
    const { touched, value } = watched();
    const deep: unknown[] = [];
    let inner = deep;
    for (let depth = 0; depth < 10_000; depth += 1) {
      const next: unknown[] = [];
      inner.push(next);
      inner = next;
    }
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    const given = [
      value,
      deep,
      cycle,
      new Uint8Array(1 << 24),
      document,
      window,
      1n << 100_000n,
      Symbol("s"),
      null,
    ];
    const returned = [console.log(...given), console.error(value), console.assert(false, value)];
    return [touched, returned];
  },
  "console: no arguments, and odd ones": async () => {
    console.log();
    console.trace();
    console.assert();
    console.assert(true, "holds");
    console.debug(Object.create(null), Object.freeze(new Array(3)));
    console.warn("%c%s %d", "color: red", "a");
    return console.info.call(null, "another receiver");
  },
  "console: writing while something is written": async () => {
    const error = new Error("outer");
    Object.defineProperty(error, "message", {
      get() {
        console.log("from within");
        fetch("/json");
        return "mine";
      },
    });
    console.error(error);
    return error.name;
  },
  "console: a million keys": async () => {
    const large = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`key ${at}`, at]));
    for (let count = 0; count < 100; count += 1) console.log(large);
    return Object.keys(large).length;
  },
  "errors that nobody caught reach the page as before": async () => {
    const told = next<ErrorEvent>(window, "error");
    const error = new RangeError("mine", { cause: new Error("inner") });
    setTimeout(() => {
      throw error;
    });
    const event = await told;
    return [event.message, event.error === error, event.defaultPrevented];
  },
  "a value thrown that answers back": async () => {
    const told = next<ErrorEvent>(window, "error");
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error("do not look");
        },
      },
    );
    setTimeout(() => {
      throw hostile;
    });
    return (await told).error === hostile;
  },
  "an image that cannot be loaded": async () => {
    const image = new Image();
    image.src = "/nothing";
    document.body.append(image);
    const { type, bubbles } = await next(image, "error");
    image.remove();
    return [type, bubbles];
  },
  history: async () => {
    const { length } = history;
    const results = [history.pushState({ a: 1 }, "", "#one"), history.replaceState(2, "", "#two")];
    const state = history.state;
    const gone = next(window, "popstate");
    history.back();
    await gone;
    return [results, state, history.length - length, location.hash];
  },
  "history: another origin": async () => {
    try {
      return history.pushState(null, "", "https://evil.example/");
    } catch (failure) {
      return (describeFailure(failure) as { name: string }).name;
    }
  },
};
