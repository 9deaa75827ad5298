import type { Product } from "../../../contract/product.ts";
import { ProductCard } from "./product-card.tsx";

interface ProductGridProps {
  products: readonly Product[];
  /** Whether other products are on their way to replace these. */
  isRefreshing?: boolean;
}

/** Products side by side. */
export function ProductGrid({ products, isRefreshing = false }: ProductGridProps) {
  return (
    <ul className="product-grid" aria-label="Products" aria-busy={isRefreshing}>
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} />
        </li>
      ))}
    </ul>
  );
}

const SKELETONS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

/** Where products will be as soon as they have arrived. */
export function ProductGridSkeleton() {
  return (
    <div className="product-grid" role="status" aria-label="Loading products">
      {SKELETONS.map((name) => (
        <div key={name} className="product-skeleton" />
      ))}
    </div>
  );
}
