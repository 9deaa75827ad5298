import type { Order } from "../../contract/order.ts";
import { createBoundedMap } from "../bounded-map.ts";
import { ORDERS_MAX } from "../limits.ts";
import type { Log } from "../log.ts";

/** The orders placed since the service started. */
export interface OrderBook {
  add(order: Order): void;
  /** The orders of a customer, newest first. */
  listByEmail(email: string): readonly Order[];
}

/** Creates an empty order book that keeps the newest `ORDERS_MAX` orders. */
export function createOrderBook(log: Log): OrderBook {
  const orders = createBoundedMap<Order>(ORDERS_MAX, (id) =>
    log("info", "order forgotten", { order_id: id, reason: "orders_max" }),
  );
  return {
    add: (order) => orders.set(order.id, order),
    listByEmail: (email) => [...orders.values()].filter((order) => order.email === email).reverse(),
  };
}
