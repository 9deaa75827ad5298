import assert from "node:assert/strict";
import { test } from "node:test";
import { callShop } from "../call-shop.ts";
import { openTestShop } from "../test-shop.ts";

test("the catalog is listed, searched and narrowed to a category", async (context) => {
  const { url } = await openTestShop(context);
  const all = await callShop(`${url}/api/products`);
  assert.ok(all.body.products.length >= 24);
  const cats = await callShop(`${url}/api/products?category=cats`);
  assert.ok(cats.body.products.every((product) => product.category === "cats"));
  const both = await callShop(`${url}/api/products?query=toy&category=cats`);
  assert.deepEqual(
    both.body.products.map((product) => product.id),
    ["feather-wand", "catnip-mice"],
  );
});

test("an unknown category is refused", async (context) => {
  const { url } = await openTestShop(context);
  const { status, body } = await callShop(`${url}/api/products?category=dragons`);
  assert.deepEqual([status, body.error.code], [400, "unknown_category"]);
});

test("a product is found by its id", async (context) => {
  const { url } = await openTestShop(context);
  const found = await callShop(`${url}/api/products/rope-tug`);
  assert.equal(found.body.product.name, "Braided rope tug");
  const missing = await callShop(`${url}/api/products/unicorn`);
  assert.deepEqual([missing.status, missing.body.error.code], [404, "product_not_found"]);
});
