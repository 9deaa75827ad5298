import assert from "node:assert/strict";
import { test } from "node:test";
import { callShop, sendToShop } from "../call-shop.ts";
import { openTestShop } from "../test-shop.ts";

const ORDER_REQUEST = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  street: "12 St James's Square",
  city: "London",
  postalCode: "SW1Y 4LB",
  country: "GB",
  shipping: "standard",
  gift: false,
  note: "",
  cardNumber: "4242 4242 4242 4242",
  cardExpiry: "08/29",
  cardSecurityCode: "987",
  lines: [{ productId: "rope-tug", quantity: 2 }],
  totalCents: 3290,
};

function post(shopUrl: string, changes: Record<string, unknown> = {}) {
  return sendToShop("POST", `${shopUrl}/api/orders`, { ...ORDER_REQUEST, ...changes });
}

function listOrders(shopUrl: string, email: string) {
  return callShop(`${shopUrl}/api/orders?email=${encodeURIComponent(email)}`);
}

test("an order is priced by the catalog, and its customer finds it again", async (context) => {
  const { url } = await openTestShop(context);
  const { status, body } = await post(url, { email: "Ada@example.com" });
  assert.equal(status, 201);
  assert.match(body.order.id, /^TT-[2-9B-Z]{8}$/);
  assert.equal(body.order.quote.totalCents, 3290);
  assert.equal(body.order.address.street, ORDER_REQUEST.street);
  const listed = await listOrders(url, "ADA@example.com");
  assert.deepEqual(listed.body.orders, [body.order]);
});

test("of the card, only the last four digits are kept", async (context) => {
  const { url } = await openTestShop(context);
  const { body } = await post(url, { cardNumber: "5105 1051 0510 5100" });
  assert.equal(body.order.cardLastDigits, "5100");
  assert.doesNotMatch(JSON.stringify(body), /5105|987/);
});

test("orders are listed newest first, and only to their customer", async (context) => {
  const { url } = await openTestShop(context);
  const first = await post(url);
  const second = await post(url);
  await post(url, { email: "grace@example.com" });
  const listed = await listOrders(url, "ada@example.com");
  const ids = listed.body.orders.map((order) => order.id);
  assert.deepEqual(ids, [second.body.order.id, first.body.order.id]);
  assert.deepEqual((await listOrders(url, "nobody@example.com")).body.orders, []);
  assert.equal((await listOrders(url, "")).status, 422);
});

test("an order with wrong fields names each of them", async (context) => {
  const { url } = await openTestShop(context);
  const { status, body } = await post(url, { city: "", cardExpiry: "10/26" });
  assert.equal(status, 422);
  assert.equal(body.error.code, "invalid_order");
  assert.deepEqual(Object.keys(body.error.fields ?? {}), ["city", "cardExpiry"]);
});

test("nobody is charged a total they were not shown", async (context) => {
  const { url } = await openTestShop(context);
  const { status, body } = await post(url, { totalCents: 3289 });
  assert.equal(status, 409);
  assert.equal(body.error.code, "price_changed");
  assert.deepEqual((await listOrders(url, "ada@example.com")).body.orders, []);
});

test("products that are gone or unknown are not sold", async (context) => {
  const { url } = await openTestShop(context);
  const soldOut = await post(url, { lines: [{ productId: "bird-bath", quantity: 1 }] });
  assert.deepEqual([soldOut.status, soldOut.body.error.code], [409, "sold_out"]);
  const unknown = await post(url, { lines: [{ productId: "unicorn", quantity: 1 }] });
  assert.deepEqual([unknown.status, unknown.body.error.code], [409, "unknown_product"]);
});
