import type { Order, OrderRequest } from "../../../contract/order.ts";
import { sendJson } from "./request.ts";

/** The answer of `ordersAddress`. */
export interface OrdersAnswer {
  orders: readonly Order[];
}

/** Where the service lists the orders of a customer. */
export function ordersAddress(email: string): string {
  return `/api/orders?${new URLSearchParams({ email })}`;
}

/** Places an order. Throws a `ShopFault` that may name the fields at fault. */
export async function placeOrder(request: OrderRequest): Promise<Order> {
  const { order } = await sendJson<{ order: Order }>("POST", "/api/orders", request);
  return order;
}
