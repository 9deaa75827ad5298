/** The ways an order can reach the customer, the usual one first. */
export const SHIPPING_METHODS = [
  {
    id: "standard",
    name: "Standard",
    promise: "3 to 5 working days",
    priceCents: 490,
    freeFromCents: 6000,
  },
  {
    id: "express",
    name: "Express",
    promise: "Next working day",
    priceCents: 1190,
    freeFromCents: null,
  },
  {
    id: "collect",
    name: "Collect from our shop",
    promise: "Ready in two hours, 14 Heather Lane",
    priceCents: 0,
    freeFromCents: null,
  },
] as const;

/** Names a shipping method in orders. */
export type ShippingMethodId = (typeof SHIPPING_METHODS)[number]["id"];

/** Tells whether a text from outside names a shipping method. */
export function isShippingMethodId(text: string): text is ShippingMethodId {
  return SHIPPING_METHODS.some((method) => method.id === text);
}

/** The name of a shipping method as customers read it. */
export function shippingMethodName(id: ShippingMethodId): string {
  return SHIPPING_METHODS.find((method) => method.id === id)?.name ?? id;
}

/** What a shipping method costs, in cents, for items worth `itemsCents`. */
export function shippingPriceCents(id: ShippingMethodId, itemsCents: number): number {
  const method = SHIPPING_METHODS.find((candidate) => candidate.id === id);
  if (method === undefined) return 0;
  const isFree = method.freeFromCents !== null && itemsCents >= method.freeFromCents;
  return isFree ? 0 : method.priceCents;
}
