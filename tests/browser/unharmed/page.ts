import { Recorder } from "monitorme-recorder";
import { type Cases, resultOf } from "./cases/case.ts";
import { connectionCases } from "./cases/connections.ts";
import { fetchCases } from "./cases/fetch.ts";
import { pageCases } from "./cases/page.ts";
import { xhrCases } from "./cases/xhr.ts";

/** What the tests need of a page. */
export interface UnharmedPage {
  start(): Promise<void>;
  stop(): Promise<boolean>;
  /** Runs all cases, one after the other, and tells what the page saw of each. */
  run(): Promise<Record<string, unknown>>;
  /** Notes every property that the recorder may touch, as it is by now. */
  note(): void;
  /** The properties that are not what they were when they were noted. */
  changed(): string[];
  /** How what the recorder touches looks to those who look closely. */
  looks(): Record<string, unknown>;
}

const GROUPS: Readonly<Record<string, Cases>> = {
  fetch: fetchCases,
  xhr: xhrCases,
  connection: connectionCases,
  page: pageCases,
};

/** The objects whose methods and constructors a recorder might touch. */
const OWNERS: Readonly<Record<string, object>> = {
  window,
  console,
  "Element.prototype": Element.prototype,
  "EventTarget.prototype": EventTarget.prototype,
  "EventSource.prototype": EventSource.prototype,
  "History.prototype": History.prototype,
  "Navigator.prototype": Navigator.prototype,
  "Promise.prototype": Promise.prototype,
  "Request.prototype": Request.prototype,
  "Response.prototype": Response.prototype,
  "WebSocket.prototype": WebSocket.prototype,
  "XMLHttpRequest.prototype": XMLHttpRequest.prototype,
  "CSSStyleSheet.prototype": CSSStyleSheet.prototype,
  history,
  navigator,
};

let noted = new Map<string, PropertyDescriptor>();

function properties(): Map<string, PropertyDescriptor> {
  const all = new Map<string, PropertyDescriptor>();
  for (const [name, owner] of Object.entries(OWNERS)) {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      all.set(`${name}.${key}`, property);
    }
  }
  return all;
}

function isSame(
  one: PropertyDescriptor | undefined,
  other: PropertyDescriptor | undefined,
): boolean {
  const fields = ["value", "get", "set", "writable", "enumerable", "configurable"] as const;
  return fields.every((field) => Object.is(one?.[field], other?.[field]));
}

const page: UnharmedPage = {
  async start() {
    await Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      start: "at-once",
      privacy: { level: "allow" },
      network: { headers: ["content-type", "x-own"], bodies: ["/*", "http://*"] },
    });
  },
  stop: () => Recorder.stop(),
  async run() {
    const results: Record<string, unknown> = {};
    for (const [group, cases] of Object.entries(GROUPS)) {
      for (const [name, run] of Object.entries(cases)) {
        results[`${group}: ${name}`] = await resultOf(run);
      }
    }
    return results;
  },
  note() {
    noted = properties();
  },
  changed() {
    const now = properties();
    const names = new Set([...noted.keys(), ...now.keys()]);
    return [...names].filter((name) => !isSame(noted.get(name), now.get(name)));
  },
  looks() {
    const looks: Record<string, unknown> = {};
    for (const [name, { value }] of properties()) {
      if (typeof value === "function") {
        const isNative = Function.prototype.toString.call(value).includes("[native code]");
        looks[name] = [
          value.name,
          value.length,
          isNative,
          Object.getOwnPropertyNames(value),
        ].join();
      }
    }
    return looks;
  },
};

Object.assign(globalThis, { unharmedPage: page });
