import { type ShippingMethodId, shippingPriceCents } from "./shipping.ts";

/** Paper, ribbon and a handwritten card, in cents. */
export const GIFT_WRAP_CENTS = 350;

/** What an order costs, in cents, part by part. */
export interface Quote {
  itemsCents: number;
  shippingCents: number;
  giftCents: number;
  totalCents: number;
}

/** What the quote is made for. */
export interface QuoteRequest {
  lines: readonly { priceCents: number; quantity: number }[];
  shipping: ShippingMethodId;
  gift: boolean;
}

/** Prices an order. The storefront shows this result and the service charges it. */
export function quoteOrder({ lines, shipping, gift }: QuoteRequest): Quote {
  const itemsCents = lines.reduce((sum, line) => sum + line.priceCents * line.quantity, 0);
  const shippingCents = shippingPriceCents(shipping, itemsCents);
  const giftCents = gift ? GIFT_WRAP_CENTS : 0;
  return {
    itemsCents,
    shippingCents,
    giftCents,
    totalCents: itemsCents + shippingCents + giftCents,
  };
}
