import assert from "node:assert/strict";
import { test } from "node:test";
import { parseOrderRequest } from "./order-form.ts";

const NOW = new Date(2026, 10, 21);

const GOOD_REQUEST = {
  name: "Ada Lovelace",
  email: "Ada@Example.com",
  street: "12 St James's Square",
  city: "London",
  postalCode: "SW1Y 4LB",
  country: "GB",
  shipping: "standard",
  gift: true,
  note: "Leave it with the neighbor.",
  cardNumber: "4242 4242 4242 4242",
  cardExpiry: "11/26",
  cardSecurityCode: "123",
  lines: [{ productId: "rope-tug", quantity: 2 }],
  totalCents: 3290,
};

function errorsOf(changes: Record<string, unknown>): Readonly<Record<string, string>> {
  const parsed = parseOrderRequest({ ...GOOD_REQUEST, ...changes }, NOW);
  return parsed.ok ? {} : parsed.errors;
}

test("a complete request is accepted and its e-mail address is lower-cased", () => {
  const parsed = parseOrderRequest(GOOD_REQUEST, NOW);
  assert.equal(parsed.ok, true);
  assert.equal(parsed.ok && parsed.value.email, "ada@example.com");
});

test("a card is good until the last day of its month", () => {
  assert.deepEqual(errorsOf({ cardExpiry: "11/26" }), {});
  assert.deepEqual(errorsOf({ cardExpiry: "10/26" }), { cardExpiry: "This card has expired." });
  assert.deepEqual(Object.keys(errorsOf({ cardExpiry: "13/26" })), ["cardExpiry"]);
});

test("every wrong field is reported, not only the first", () => {
  const errors = errorsOf({ name: " ", email: "ada", country: "XX", cardNumber: "12" });
  assert.deepEqual(Object.keys(errors), ["name", "email", "country", "cardNumber"]);
});

test("values of the wrong type are refused", () => {
  for (const input of [null, 7, "text", [], { lines: {} }]) {
    assert.equal(parseOrderRequest(input, NOW).ok, false);
  }
  assert.deepEqual(Object.keys(errorsOf({ name: 7, gift: "yes" })), ["name", "gift"]);
});

test("lines need a product and a quantity within bounds", () => {
  for (const quantity of [0, -1, 1.5, 21, "2", null]) {
    const errors = errorsOf({ lines: [{ productId: "rope-tug", quantity }] });
    assert.deepEqual(Object.keys(errors), ["lines"], `quantity ${quantity}`);
  }
  assert.deepEqual(Object.keys(errorsOf({ lines: [] })), ["lines"]);
});

test("texts longer than their limit are refused", () => {
  assert.deepEqual(Object.keys(errorsOf({ city: "x".repeat(121) })), ["city"]);
  assert.deepEqual(Object.keys(errorsOf({ note: "x".repeat(501) })), ["note"]);
});
