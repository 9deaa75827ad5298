import { Link } from "wouter";
import { CATEGORIES, type CategoryId } from "../../../contract/categories.ts";
import { ProductPicture } from "../pictures/product-picture.tsx";

const TILE_PICTURES: Readonly<Record<CategoryId, string>> = {
  dogs: "rain-coat",
  cats: "felt-cave",
  "small-animals": "willow-tunnel",
  birds: "ring-swing",
  fish: "round-aquarium",
  reptiles: "cork-hide",
};

interface CategoryTilesProps {
  /** The search that is kept when a shelf is chosen. */
  query: string;
  selected: CategoryId | null;
}

/** The shelves to choose from. Choosing the selected one again shows everything. */
export function CategoryTiles({ query, selected }: CategoryTilesProps) {
  return (
    <nav className="category-tiles" aria-label="Categories">
      <ul>
        {CATEGORIES.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={addressOf(query, id === selected ? null : id)}
              aria-current={id === selected ? "page" : undefined}
            >
              <ProductPicture productId={TILE_PICTURES[id]} />
              <span>{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf(query: string, category: CategoryId | null): string {
  const parameters = new URLSearchParams();
  if (category !== null) parameters.set("category", category);
  if (query !== "") parameters.set("query", query);
  return parameters.size === 0 ? "/" : `/?${parameters}`;
}
