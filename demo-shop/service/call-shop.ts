import type { Customer } from "../contract/customer.ts";
import type { Order } from "../contract/order.ts";
import type { Product } from "../contract/product.ts";
import type { ProblemDetails } from "./http/problem.ts";

/** The bodies of all routes in one: a test reads the part that its route answers with. */
export interface ShopAnswer {
  status: number;
  body: {
    product: Product;
    products: readonly Product[];
    order: Order;
    orders: readonly Order[];
    customer: Customer;
    error: ProblemDetails;
  };
}

/** Calls a shop from a test and reads its JSON. */
export async function callShop(address: string, request: RequestInit = {}): Promise<ShopAnswer> {
  const response = await fetch(address, request);
  return { status: response.status, body: (await response.json()) as ShopAnswer["body"] };
}

/** Sends `value` as JSON. */
export function sendToShop(
  method: "POST" | "PUT",
  address: string,
  value: unknown,
): Promise<ShopAnswer> {
  const headers = { "content-type": "application/json" };
  return callShop(address, { method, headers, body: JSON.stringify(value) });
}
