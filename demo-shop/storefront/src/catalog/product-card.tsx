import { Link } from "wouter";
import type { Product } from "../../../contract/product.ts";
import { useCart } from "../cart/cart-context.tsx";
import { formatMoney } from "../format/money.ts";
import { PlusIcon } from "../layout/icons.tsx";
import { ProductPicture } from "../pictures/product-picture.tsx";
import { Rating } from "../product/rating.tsx";
import "./product-card.css";

/** A product among others. The whole card leads to its page. */
export function ProductCard({ product }: { product: Product }) {
  const { add } = useCart();
  const { id, name, summary, priceCents, availability, flag } = product;
  const isSoldOut = availability === "sold_out";
  return (
    <article className="product-card" data-sold-out={isSoldOut}>
      <div className="product-card-picture">
        <ProductPicture productId={id} />
        {flag !== undefined && <span className="flag">{flag}</span>}
        {isSoldOut && <span className="flag flag-sold-out">Sold out</span>}
      </div>
      <h3>
        <Link href={`/products/${id}`}>{name}</Link>
      </h3>
      <p>{summary}</p>
      <div className="product-card-end">
        <div>
          <strong className="price">{formatMoney(priceCents)}</strong>
          <Rating product={product} />
        </div>
        <button
          type="button"
          className="add-button"
          aria-label={`Add ${name} to cart`}
          disabled={isSoldOut}
          onClick={() => add(product, 1)}
        >
          <PlusIcon />
        </button>
      </div>
    </article>
  );
}
