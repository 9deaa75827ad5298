import assert from "node:assert/strict";
import { test } from "node:test";
import type { CategoryId } from "../../contract/categories.ts";
import { PRODUCTS } from "./catalog.ts";
import { searchProducts } from "./search.ts";

function found(query: string, category: CategoryId | null = null): string[] {
  return searchProducts(PRODUCTS, { query, category }).map((product) => product.id);
}

test("an empty search finds the whole catalog", () => {
  assert.equal(found("").length, PRODUCTS.length);
});

test("every id is used once", () => {
  assert.equal(new Set(PRODUCTS.map((product) => product.id)).size, PRODUCTS.length);
});

test("the first products come from different shelves", () => {
  const categories = PRODUCTS.slice(0, 6).map((product) => product.category);
  assert.equal(new Set(categories).size, 6);
});

test("a search is by the start of words, in any order, and ignores case and accents", () => {
  assert.deepEqual(found("ROP tug"), ["rope-tug"]);
  assert.deepEqual(found("tug rope"), ["rope-tug"]);
  assert.deepEqual(found("pate"), ["salmon-pate"]);
  assert.deepEqual(found("ug rope"), []);
});

test("products named so come before products described so", () => {
  const ids = found("feeder");
  assert.equal(ids[0], "feeder-house");
});

test("a category narrows a search", () => {
  const products = searchProducts(PRODUCTS, { query: "house", category: "birds" });
  assert.ok(products.length > 0);
  assert.ok(products.every((product) => product.category === "birds"));
  assert.ok(found("house").length > products.length);
});
