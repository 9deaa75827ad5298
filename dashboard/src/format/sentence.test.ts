import assert from "node:assert/strict";
import { test } from "node:test";
import { sentence } from "./sentence.ts";

test("a message becomes a sentence", () => {
  assert.equal(sentence("the setup token is wrong"), "The setup token is wrong.");
});

test("a sentence stays as it is", () => {
  assert.equal(sentence("Try again later."), "Try again later.");
});
