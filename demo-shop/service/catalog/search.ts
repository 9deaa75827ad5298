import { type CategoryId, categoryName } from "../../contract/categories.ts";
import type { Product } from "../../contract/product.ts";

/** What a customer looks for. Empty words and no category mean everything. */
export interface ProductSearch {
  query: string;
  category: CategoryId | null;
}

/**
 * The products that contain every word of the query, in any order and from the start of a word:
 * "cat to" finds toys for cats. Products named so come before those merely described so.
 */
export function searchProducts(
  products: readonly Product[],
  { query, category }: ProductSearch,
): readonly Product[] {
  const words = wordsOf(query);
  return products
    .filter((product) => category === null || product.category === category)
    .filter((product) => containsAll(searchedWords(product), words))
    .map((product) => ({ product, isNamed: containsAll(wordsOf(product.name), words) }))
    .sort((left, right) => Number(right.isNamed) - Number(left.isNamed))
    .map(({ product }) => product);
}

function searchedWords(product: Product): readonly string[] {
  const texts = [
    product.name,
    product.summary,
    categoryName(product.category),
    ...product.keywords,
  ];
  return wordsOf(texts.join(" "));
}

function containsAll(available: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word) => available.some((candidate) => candidate.startsWith(word)));
}

// Accents are dropped, so that "pate" finds pâté.
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\d]+/gu) ?? [];
}
