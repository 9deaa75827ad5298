import assert from "node:assert/strict";
import { test } from "node:test";
import { quoteOrder } from "./price.ts";

test("a quote adds items, shipping and gift wrap", () => {
  const lines = [
    { priceCents: 1400, quantity: 2 },
    { priceCents: 650, quantity: 1 },
  ];
  assert.deepEqual(quoteOrder({ lines, shipping: "express", gift: true }), {
    itemsCents: 3450,
    shippingCents: 1190,
    giftCents: 350,
    totalCents: 4990,
  });
});

test("standard shipping is free from 60 dollars of items on", () => {
  const below = quoteOrder({
    lines: [{ priceCents: 5999, quantity: 1 }],
    shipping: "standard",
    gift: false,
  });
  const reached = quoteOrder({
    lines: [{ priceCents: 6000, quantity: 1 }],
    shipping: "standard",
    gift: false,
  });
  assert.equal(below.shippingCents, 490);
  assert.equal(reached.shippingCents, 0);
});
