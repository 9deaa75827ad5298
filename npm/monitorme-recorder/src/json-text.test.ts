import assert from "node:assert/strict";
import { test } from "node:test";

import { jsonText } from "./json-text.ts";
import { PAYLOAD_CHARACTERS_MAX } from "./limits.ts";

test("payloads are written as JSON", () => {
  assert.equal(jsonText({ total: 3, items: ["a"] }, "it"), '{"total":3,"items":["a"]}');
  assert.equal(jsonText(null, "it"), "null");
  assert.equal(jsonText(undefined, "it"), null);
});

test("what cannot be written as JSON is left out with a warning, without an error", (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const hostile = {
    toJSON() {
      throw new Error("no");
    },
  };
  const impossible = [cycle, 1n, () => {}, hostile, "x".repeat(PAYLOAD_CHARACTERS_MAX)];
  for (const payload of impossible) {
    assert.equal(jsonText(payload, "it"), null);
  }
  assert.equal(warn.mock.callCount(), impossible.length);
});
