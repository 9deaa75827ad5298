import type { CountryCode } from "./countries.ts";
import type { Quote } from "./price.ts";
import type { ShippingMethodId } from "./shipping.ts";

/** One product of an order request: its price is the catalog's business. */
export interface OrderLineRequest {
  productId: string;
  quantity: number;
}

/** What the checkout sends. */
export interface OrderRequest {
  name: string;
  email: string;
  street: string;
  city: string;
  postalCode: string;
  country: CountryCode;
  shipping: ShippingMethodId;
  gift: boolean;
  note: string;
  cardNumber: string;
  cardExpiry: string;
  cardSecurityCode: string;
  lines: readonly OrderLineRequest[];
  /** The total the customer was shown. Nobody is charged another one. */
  totalCents: number;
}

/** One product of a placed order, with the name and price it had then. */
export interface OrderLine {
  productId: string;
  name: string;
  priceCents: number;
  quantity: number;
}

/** Where an order goes. */
export interface Address {
  name: string;
  street: string;
  city: string;
  postalCode: string;
  country: CountryCode;
}

/** A placed order. Of the card it keeps the last four digits only. */
export interface Order {
  id: string;
  placedAtMs: number;
  email: string;
  address: Address;
  shipping: ShippingMethodId;
  gift: boolean;
  note: string;
  cardLastDigits: string;
  lines: readonly OrderLine[];
  quote: Quote;
}
