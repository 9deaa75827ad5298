import { Link } from "wouter";
import { categoryName } from "../../../contract/categories.ts";
import { formatCount } from "../format/count.ts";
import { formatMoney } from "../format/money.ts";
import { ProductPicture } from "../pictures/product-picture.tsx";
import type { Suggestions as SuggestionsState } from "./use-suggestions.ts";

interface SuggestionsProps {
  listId: string;
  suggestions: SuggestionsState;
  /** Index of the suggestion that Enter would choose, or -1. */
  active: number;
  onChoose: () => void;
}

/** The products found so far, below the search box. */
export function Suggestions({ listId, suggestions, active, onChoose }: SuggestionsProps) {
  return (
    <div className="suggestions">
      <div role="listbox" id={listId} aria-label="Products found">
        {suggestions.products.map((product, index) => (
          <Link
            key={product.id}
            id={`${listId}-${product.id}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className="suggestion"
            href={`/products/${product.id}`}
            // Without this the box would lose the focus, and close before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onChoose}
          >
            <ProductPicture productId={product.id} />
            <span className="suggestion-name">{product.name}</span>
            <span className="suggestion-shelf">{categoryName(product.category)}</span>
            <span className="suggestion-price">{formatMoney(product.priceCents)}</span>
          </Link>
        ))}
      </div>
      <p className="suggestions-status" role="status">
        {statusOf(suggestions)}
      </p>
    </div>
  );
}

function statusOf({ state, query, found, products }: SuggestionsState): string {
  if (state === "failed") return "The search is not answering. Please try again.";
  if (found > products.length) return `Press Enter for all ${formatCount(found, "product")}.`;
  if (found > 0) return `${formatCount(found, "product")} found.`;
  return state === "loading" ? "Sniffing around…" : `Nothing found for “${query}”.`;
}
