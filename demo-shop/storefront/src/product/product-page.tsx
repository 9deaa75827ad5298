import { Link } from "wouter";
import { categoryName } from "../../../contract/categories.ts";
import type { Product } from "../../../contract/product.ts";
import { type ProductAnswer, productAddress } from "../api/products.ts";
import { useAnswer } from "../api/use-answer.ts";
import { LostPage } from "../layout/lost-page.tsx";
import { FaultNotice } from "../layout/notice.tsx";
import { ProductPicture } from "../pictures/product-picture.tsx";
import "./product.css";
import { Purchase } from "./purchase.tsx";
import { Rating } from "./rating.tsx";
import { RelatedProducts } from "./related-products.tsx";

/** Everything about one product. */
export function ProductPage({ productId }: { productId: string }) {
  const answered = useAnswer<ProductAnswer>(productAddress(productId));
  if (answered.state === "loading") {
    return <div className="page product-page-loading" role="status" aria-label="Loading product" />;
  }
  if (answered.state === "ready") return <ProductDetails product={answered.answer.product} />;
  if (answered.fault.code === "product_not_found") return <LostPage />;
  return (
    <div className="page">
      <FaultNotice {...answered} />
    </div>
  );
}

function ProductDetails({ product }: { product: Product }) {
  return (
    <div className="page">
      <title>{`${product.name} · Thistle & Tail`}</title>
      <nav className="breadcrumbs" aria-label="Where you are">
        <Link href="/">Shop</Link>
        <span aria-hidden="true">/</span>
        <Link href={`/?category=${product.category}`}>{categoryName(product.category)}</Link>
      </nav>
      <article className="product">
        <div className="product-picture-frame">
          <ProductPicture productId={product.id} />
          {product.flag !== undefined && <span className="flag">{product.flag}</span>}
        </div>
        <div className="product-text">
          <h1>{product.name}</h1>
          <Rating product={product} />
          <p className="product-lead">{product.summary}</p>
          <Purchase product={product} />
          <p>{product.description}</p>
          <ul className="product-details" aria-label="Details">
            {product.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
          <details className="disclosure">
            <summary>Shipping and returns</summary>
            <p>
              Standard shipping takes three to five working days and is free from $60. What does not
              fit, or does not please, can come back within sixty days, even with bite marks.
            </p>
          </details>
        </div>
      </article>
      <RelatedProducts product={product} />
    </div>
  );
}
