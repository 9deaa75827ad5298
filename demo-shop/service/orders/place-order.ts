import { randomInt } from "node:crypto";
import type { Order, OrderLine, OrderLineRequest, OrderRequest } from "../../contract/order.ts";
import { parseOrderRequest } from "../../contract/order-form.ts";
import { quoteOrder } from "../../contract/price.ts";
import { findProduct } from "../catalog/catalog.ts";
import { fieldsProblem, Problem } from "../http/problem.ts";

/** Turns a request into an order that can be fulfilled, or throws a `Problem` that says why not. */
export function placeOrder(input: unknown, now: Date): Order {
  const request = validate(input, now);
  const lines = request.lines.map(reserve);
  const quote = quoteOrder({ lines, shipping: request.shipping, gift: request.gift });
  requireTotal(request.totalCents, quote.totalCents);
  const { name, street, city, postalCode, country, email, shipping, gift, note } = request;
  return {
    id: createOrderId(),
    placedAtMs: now.getTime(),
    email,
    address: { name, street, city, postalCode, country },
    shipping,
    gift,
    note,
    cardLastDigits: request.cardNumber.replaceAll(" ", "").slice(-4),
    lines,
    quote,
  };
}

function validate(input: unknown, now: Date): OrderRequest {
  const parsed = parseOrderRequest(input, now);
  if (parsed.ok) return parsed.value;
  throw fieldsProblem("invalid_order", "Some fields need another look.", parsed.errors);
}

function reserve({ productId, quantity }: OrderLineRequest): OrderLine {
  const product = findProduct(productId);
  if (product === undefined) {
    const message = "One of the products in your cart is no longer sold. Please remove it.";
    throw new Problem(409, { code: "unknown_product", message });
  }
  if (product.availability === "sold_out") {
    const message = `${product.name} is sold out. Please remove it from your cart.`;
    throw new Problem(409, { code: "sold_out", message });
  }
  return { productId, name: product.name, priceCents: product.priceCents, quantity };
}

function requireTotal(shownCents: number, dueCents: number): void {
  if (shownCents === dueCents) return;
  const message = "A price has changed since you filled your cart. Please look at it again.";
  throw new Problem(409, { code: "price_changed", message });
}

// Without vowels, no order id spells a word; without look-alikes, it can be read out loud.
const ORDER_ID_ALPHABET = "23456789BCDFGHJKMNPQRTVWXYZ";
const ORDER_ID_CHARACTERS = 8;

function createOrderId(): string {
  const draw = () => ORDER_ID_ALPHABET[randomInt(ORDER_ID_ALPHABET.length)];
  return `TT-${Array.from({ length: ORDER_ID_CHARACTERS }, draw).join("")}`;
}
