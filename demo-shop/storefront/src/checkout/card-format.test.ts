import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCardExpiry, formatCardNumber } from "./card-format.ts";

test("a card number is written in groups of four", () => {
  assert.equal(formatCardNumber("4242424242424242"), "4242 4242 4242 4242");
  assert.equal(formatCardNumber("42424"), "4242 4");
  assert.equal(formatCardNumber("4242 "), "4242");
  assert.equal(formatCardNumber("12a34"), "1234");
});

test("an expiry gets its slash, and can be deleted again", () => {
  assert.equal(formatCardExpiry("0829"), "08/29");
  assert.equal(formatCardExpiry("08/2"), "08/2");
  assert.equal(formatCardExpiry("08/"), "08");
  assert.equal(formatCardExpiry("08 / 29"), "08/29");
});
