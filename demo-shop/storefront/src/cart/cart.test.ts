import assert from "node:assert/strict";
import { test } from "node:test";
import { type CartLine, changeCart, countPieces, parseCart } from "./cart.ts";

const ROPE = { id: "rope-tug", name: "Braided rope tug", priceCents: 1400 };
const MICE = { id: "catnip-mice", name: "Three catnip mice", priceCents: 890 };

function cartOf(...products: (typeof ROPE)[]): readonly CartLine[] {
  return products.reduce<readonly CartLine[]>(
    (lines, product) => changeCart(lines, { kind: "add", product, quantity: 1 }),
    [],
  );
}

test("adding a product twice makes one line of two", () => {
  const lines = cartOf(ROPE, MICE, ROPE);
  assert.deepEqual(
    lines.map((line) => [line.productId, line.quantity]),
    [
      ["rope-tug", 2],
      ["catnip-mice", 1],
    ],
  );
  assert.equal(countPieces(lines), 3);
});

test("a quantity stays below its limit, and zero removes the line", () => {
  const lines = cartOf(ROPE, MICE);
  const many = changeCart(lines, { kind: "set_quantity", productId: "rope-tug", quantity: 99 });
  assert.equal(many[0]?.quantity, 20);
  const none = changeCart(lines, { kind: "set_quantity", productId: "rope-tug", quantity: 0 });
  assert.deepEqual(
    none.map((line) => line.productId),
    ["catnip-mice"],
  );
});

test("a stored cart is read back", () => {
  const lines = cartOf(ROPE, MICE);
  assert.deepEqual(parseCart(JSON.parse(JSON.stringify(lines))), lines);
});

test("lines of a stored cart that make no sense are left out", () => {
  const good = cartOf(ROPE)[0];
  const stored = [good, null, 7, {}, { ...good, quantity: -1 }, { ...good, priceCents: "1" }];
  assert.deepEqual(parseCart(stored), [good]);
  assert.deepEqual(parseCart({ lines: [good] }), []);
  assert.deepEqual(parseCart(null), []);
});
