import assert from "node:assert/strict";
import { test } from "node:test";
import { pageAddress } from "./page-address.ts";

test("an address falls into host and path", () => {
  assert.deepEqual(pageAddress("https://shop.example:4000/cart?step=2#pay"), {
    host: "shop.example:4000",
    path: "/cart?step=2#pay",
  });
});

test("what is no address is shown as it is", () => {
  assert.deepEqual(pageAddress("not an address"), { host: "", path: "not an address" });
  assert.deepEqual(pageAddress("about:blank"), { host: "", path: "about:blank" });
});
