import type { Product } from "../../../contract/product.ts";
import { type ProductsAnswer, productsAddress } from "../api/products.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ProductGrid } from "../catalog/product-grid.tsx";
import { RELATED_PRODUCTS_MAX } from "../limits.ts";

/** Neighbors from the same shelf. Without them the page is complete, so faults stay silent. */
export function RelatedProducts({ product }: { product: Product }) {
  const answered = useAnswer<ProductsAnswer>(productsAddress({ category: product.category }));
  if (answered.state !== "ready") return null;
  const neighbors = answered.answer.products.filter((neighbor) => neighbor.id !== product.id);
  return (
    <section className="related" aria-labelledby="related-title">
      <h2 id="related-title">From the same shelf</h2>
      <ProductGrid products={neighbors.slice(0, RELATED_PRODUCTS_MAX)} />
    </section>
  );
}
