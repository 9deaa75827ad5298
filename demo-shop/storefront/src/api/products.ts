import type { CategoryId } from "../../../contract/categories.ts";
import type { Product } from "../../../contract/product.ts";

/** The answer of `productsAddress`. */
export interface ProductsAnswer {
  products: readonly Product[];
}

/** The answer of `productAddress`. */
export interface ProductAnswer {
  product: Product;
}

/** Where the service lists products. */
export function productsAddress(search: { query?: string; category?: CategoryId | null }): string {
  const parameters = new URLSearchParams();
  if (search.query) parameters.set("query", search.query);
  if (search.category) parameters.set("category", search.category);
  return parameters.size === 0 ? "/api/products" : `/api/products?${parameters}`;
}

/** Where the service describes one product. */
export function productAddress(id: string): string {
  return `/api/products/${encodeURIComponent(id)}`;
}
