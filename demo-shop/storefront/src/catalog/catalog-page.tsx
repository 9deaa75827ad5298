import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { type CategoryId, categoryName, isCategoryId } from "../../../contract/categories.ts";
import { type ProductsAnswer, productsAddress } from "../api/products.ts";
import { type Answered, useAnswer } from "../api/use-answer.ts";
import { formatCount } from "../format/count.ts";
import { FaultNotice, Notice } from "../layout/notice.tsx";
import "./catalog.css";
import { CategoryTiles } from "./category-tiles.tsx";
import { Hero } from "./hero.tsx";
import { ProductGrid, ProductGridSkeleton } from "./product-grid.tsx";
import { SORT_ORDERS, type SortOrderId, sortProducts } from "./sort-orders.ts";

/** The front page and every search: products, narrowed by shelf and by words. */
export function CatalogPage() {
  const [parameters] = useSearchParams();
  const query = parameters.get("query")?.trim() ?? "";
  const categoryText = parameters.get("category") ?? "";
  const category = isCategoryId(categoryText) ? categoryText : null;
  const [sortOrder, setSortOrder] = useState<SortOrderId>("featured");
  const answered = useAnswer<ProductsAnswer>(productsAddress({ query, category }));
  const title = titleOf(query, category);

  return (
    <>
      <title>{`${title} · Thistle & Tail`}</title>
      {query === "" && category === null && <Hero />}
      <div className="page" id="shelves">
        <CategoryTiles query={query} selected={category} />
        <div className="catalog-header">
          <h2>{title}</h2>
          <p role="status">{countOf(answered)}</p>
          <SortSelect value={sortOrder} onChange={setSortOrder} />
        </div>
        <Products answered={answered} query={query} sortOrder={sortOrder} />
      </div>
    </>
  );
}

interface SortSelectProps {
  value: SortOrderId;
  onChange: (value: SortOrderId) => void;
}

function SortSelect({ value, onChange }: SortSelectProps) {
  return (
    <label className="sort-select">
      <span>Sort by</span>
      <select value={value} onChange={(event) => onChange(event.target.value as SortOrderId)}>
        {SORT_ORDERS.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ProductsProps {
  answered: Answered<ProductsAnswer>;
  query: string;
  sortOrder: SortOrderId;
}

function Products({ answered, query, sortOrder }: ProductsProps) {
  if (answered.state === "failed") return <FaultNotice {...answered} />;
  const answer = answered.state === "ready" ? answered.answer : answered.previous;
  if (answer === null) return <ProductGridSkeleton />;
  if (answered.state === "ready" && answer.products.length === 0)
    return <NothingFound query={query} />;
  return (
    <ProductGrid
      products={sortProducts(answer.products, sortOrder)}
      isRefreshing={answered.state === "loading"}
    />
  );
}

function NothingFound({ query }: { query: string }) {
  return (
    <Notice pictureId="felt-cave" title="We looked everywhere">
      <p>Nothing on this shelf answers to “{query}”. Somebody is hiding it, perhaps.</p>
      <Link className="button" href="/">
        Show everything
      </Link>
    </Notice>
  );
}

function titleOf(query: string, category: CategoryId | null): string {
  const shelf = category === null ? "Everything on our shelves" : categoryName(category);
  if (query === "") return shelf;
  return category === null ? `Results for “${query}”` : `${shelf}: results for “${query}”`;
}

function countOf(answered: Answered<ProductsAnswer>): string {
  return answered.state === "ready" ? formatCount(answered.answer.products.length, "product") : "";
}
