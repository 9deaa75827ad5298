import type { Product } from "../../../contract/product.ts";

/** The orders in which a customer can see products. */
export const SORT_ORDERS = [
  { id: "featured", name: "Our favorites" },
  { id: "price_up", name: "Price, low to high" },
  { id: "price_down", name: "Price, high to low" },
  { id: "rating", name: "Best rated" },
] as const;

/** Names an order. */
export type SortOrderId = (typeof SORT_ORDERS)[number]["id"];

/** Products in the given order. "featured" is the order of the service. */
export function sortProducts(products: readonly Product[], order: SortOrderId): readonly Product[] {
  switch (order) {
    case "featured":
      return products;
    case "price_up":
      return products.toSorted((left, right) => left.priceCents - right.priceCents);
    case "price_down":
      return products.toSorted((left, right) => right.priceCents - left.priceCents);
    case "rating":
      return products.toSorted((left, right) => right.rating - left.rating);
  }
}
