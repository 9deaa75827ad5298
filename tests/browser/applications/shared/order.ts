/** What the form of the applications asks for. */
export interface Order {
  readonly customer: string;
  readonly pieces: number;
  readonly delivery: string;
  readonly colors: readonly string[];
  readonly isGift: boolean;
  readonly greeting: string;
}

export const EMPTY_ORDER: Order = {
  customer: "",
  pieces: 1,
  delivery: "parcel",
  colors: [],
  isGift: false,
  greeting: "",
};

export const DELIVERIES = ["parcel", "courier", "pick-up"];
export const COLORS = ["red", "green", "blue"];

/** What is wrong with an order, one sentence each. */
export function mistakesOf(order: Order): string[] {
  return [
    ...(order.customer.trim() === "" ? ["Say who orders."] : []),
    ...(order.pieces < 1 || order.pieces > 20 ? ["Order between 1 and 20 pieces."] : []),
    ...(order.isGift && order.greeting.trim() === "" ? ["Write a greeting."] : []),
  ];
}

export function summaryOf({ customer, pieces, delivery, colors }: Order): string {
  const inColors = colors.length > 0 ? ` in ${colors.join(" and ")}` : "";
  return `${pieces} for ${customer}${inColors}, by ${delivery}`;
}
