import assert from "node:assert/strict";
import { test } from "node:test";

import { withHeader, withHeaders } from "./header-values.ts";

const header = { name: "x-session", value: "42" };

function pairs(headers: HeadersInit | null): [string, string][] {
  return headers === null ? [] : [...new Headers(headers)];
}

test("headers keep the form in which they were given", () => {
  assert.deepEqual(withHeader(undefined, header), { "x-session": "42" });
  assert.deepEqual(withHeader({ "X-Own": "1" }, header), { "X-Own": "1", "x-session": "42" });
  const given: [string, string][] = [["X-Own", "1"]];
  assert.deepEqual(withHeader(given, header), [
    ["X-Own", "1"],
    ["x-session", "42"],
  ]);
  assert.deepEqual(given, [["X-Own", "1"]]);
});

test("a Headers object is left as it was", () => {
  const given = new Headers({ "x-own": "1" });
  assert.deepEqual(pairs(withHeader(given, header)), [
    ["x-own", "1"],
    ["x-session", "42"],
  ]);
  assert.equal(given.has("x-session"), false);
});

test("a header that the page has set itself stays", () => {
  assert.equal(withHeader({ "X-Session": "own" }, header), null);
  assert.equal(withHeader([["X-SESSION", "own"]], header), null);
  assert.equal(withHeader(new Headers({ "x-session": "own" }), header), null);
});

test("options other than headers are the page's own, inherited and private ones included", () => {
  class Options {
    readonly #signal = new AbortController().signal;

    get signal() {
      return this.#signal;
    }
  }
  const given = new Options();
  const options = withHeaders(given, { "x-session": "42" });
  assert.equal(options.signal, given.signal);
  assert.deepEqual(options.headers, { "x-session": "42" });
  const body = new ReadableStream();
  assert.equal(withHeaders({ body }, {}).body, body);
});
