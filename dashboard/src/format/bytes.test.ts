import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes } from "./bytes.ts";

test("sizes keep three significant digits", () => {
  assert.equal(bytes(0), "0 B");
  assert.equal(bytes(640), "640 B");
  assert.equal(bytes(48_230), "48.2 KB");
  assert.equal(bytes(482_300), "482 KB");
  assert.equal(bytes(1_310_000), "1.3 MB");
});

test("a size that rounds to a thousand moves to the next unit", () => {
  assert.equal(bytes(999_600), "1.0 MB");
});
