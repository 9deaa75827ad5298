import type { Product } from "../../../contract/product.ts";

/** Stars, filled as far as the average of the reviews goes. */
export function Rating({ product }: { product: Pick<Product, "rating" | "reviewCount"> }) {
  const { rating, reviewCount } = product;
  return (
    <span className="rating">
      <span
        className="rating-stars"
        role="img"
        aria-label={`Rated ${rating} out of 5`}
        style={{ "--filled": `${(rating / 5) * 100}%` }}
      >
        ★★★★★
      </span>
      <span className="rating-count">{reviewCount} reviews</span>
    </span>
  );
}
