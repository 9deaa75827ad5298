import { isCategoryId } from "../contract/categories.ts";
import { parseCustomer, parseSignIn } from "../contract/customer.ts";
import type { FieldErrors } from "../contract/field-reader.ts";
import { QUERY_CHARACTERS_MAX } from "../contract/limits.ts";
import { findProduct, PRODUCTS } from "./catalog/catalog.ts";
import { searchProducts } from "./catalog/search.ts";
import type { CustomerRegister } from "./customers/customer-register.ts";
import { jsonAnswer } from "./http/answer.ts";
import { fieldsProblem, Problem } from "./http/problem.ts";
import type { Route, ShopRequest } from "./http/router.ts";
import type { OrderBook } from "./orders/order-book.ts";
import { placeOrder } from "./orders/place-order.ts";

/** What the routes work on. */
export interface ShopState {
  orders: OrderBook;
  customers: CustomerRegister;
  now: () => Date;
}

/** Every address of the service, save the files of the storefront. */
export function shopRoutes({ orders, customers, now }: ShopState): readonly Route[] {
  return [
    { method: "GET", pattern: "/healthz", answer: () => jsonAnswer(200, { status: "ok" }) },
    {
      method: "GET",
      pattern: "/api/products",
      answer: (request) => jsonAnswer(200, { products: search(request) }),
    },
    {
      method: "GET",
      pattern: "/api/products/:id",
      answer: ({ parameters }) => jsonAnswer(200, { product: getProduct(parameters.id ?? "") }),
    },
    {
      method: "POST",
      pattern: "/api/orders",
      answer: async (request) => {
        const order = placeOrder(await request.readJson(), now());
        orders.add(order);
        return jsonAnswer(201, { order });
      },
    },
    {
      method: "GET",
      pattern: "/api/orders",
      answer: ({ query }) => {
        const { email } = signInOrThrow({ email: query.get("email") ?? "" });
        return jsonAnswer(200, { orders: orders.listByEmail(email) });
      },
    },
    {
      method: "POST",
      pattern: "/api/sign-in",
      answer: async (request) => {
        const { email } = signInOrThrow(await request.readJson());
        return jsonAnswer(200, { customer: customers.signIn(email) });
      },
    },
    {
      method: "PUT",
      pattern: "/api/profile",
      answer: async (request) => {
        const parsed = parseCustomer(await request.readJson());
        if (!parsed.ok) throw invalidFields(parsed.errors);
        customers.save(parsed.value);
        return jsonAnswer(200, { customer: parsed.value });
      },
    },
  ];
}

function search({ query }: ShopRequest) {
  const words = (query.get("query") ?? "").slice(0, QUERY_CHARACTERS_MAX);
  const category = query.get("category") ?? "";
  if (category !== "" && !isCategoryId(category)) {
    throw new Problem(400, { code: "unknown_category", message: "There is no such category." });
  }
  return searchProducts(PRODUCTS, { query: words, category: category === "" ? null : category });
}

function getProduct(id: string) {
  const product = findProduct(id);
  if (product !== undefined) return product;
  throw new Problem(404, { code: "product_not_found", message: "We do not sell this product." });
}

function signInOrThrow(input: unknown): { email: string } {
  const parsed = parseSignIn(input);
  if (parsed.ok) return parsed.value;
  throw invalidFields(parsed.errors);
}

function invalidFields(errors: FieldErrors): Problem {
  return fieldsProblem("invalid_fields", "Some fields need another look.", errors);
}
