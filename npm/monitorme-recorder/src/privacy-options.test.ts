import assert from "node:assert/strict";
import { test } from "node:test";

import { readPrivacy } from "./privacy-options.ts";
import type { PrivacyOptions } from "./recorder-api.ts";

test("without a word from the author everything is masked", () => {
  assert.equal(readPrivacy().level, "mask");
  assert.equal(readPrivacy({}).selectors.unmask, "");
});

test("selectors are joined, and the attributes that they look at are known", () => {
  const { selectors, selectorAttributes } = readPrivacy({
    mask: [".name", "td.price"],
    block: ['[data-kind="a.b#c"]', "#map"],
  });
  assert.equal(selectors.mask, ".name,td.price");
  assert.deepEqual(new Set(selectorAttributes), new Set(["class", "data-kind", "id"]));
});

test("selectors of single elements are taken", () => {
  for (const selector of ["*", "p", "my-card.x#y", "[hidden]", '[lang|="de"][title^=a]', ".-b_1"]) {
    assert.equal(readPrivacy({ unmask: [selector] }).selectors.unmask, selector);
  }
});

test("what could not be kept is refused with the name of the option", () => {
  const invalid: [unknown, RegExp][] = [
    [null, /`privacy`/],
    [{ level: "none" }, /`privacy.level`/],
    [{ masked: [".a"] }, /`privacy.masked`/],
    [{ mask: ".a" }, /`privacy.mask`/],
    [{ mask: [""] }, /`privacy.mask`/],
    [{ keepParameters: [1] }, /`privacy.keepParameters`/],
  ];
  for (const selector of ["a b", "a > b", ":hover", ".a, .b", "a:has(b)", "[a='b']", ".1", "a{"]) {
    invalid.push([{ block: [selector] }, /`privacy.block`/]);
  }
  for (const [options, message] of invalid) {
    const read = () => readPrivacy(options as PrivacyOptions);
    assert.throws(read, (error) => error instanceof TypeError && message.test(error.message));
  }
});
