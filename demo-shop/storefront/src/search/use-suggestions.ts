import { useEffect, useState } from "react";
import type { Product } from "../../../contract/product.ts";
import { type ProductsAnswer, productsAddress } from "../api/products.ts";
import { useAnswer } from "../api/use-answer.ts";
import { SEARCH_PAUSE_MS, SUGGESTIONS_MAX } from "../limits.ts";

/** What the shop suggests while a customer types. */
export interface Suggestions {
  /** The search they belong to. Empty when there is none. */
  query: string;
  state: "loading" | "failed" | "ready";
  products: readonly Product[];
  /** How many products there are in all. */
  found: number;
}

/** Fetches suggestions once the customer pauses. While it does, the previous ones stay. */
export function useSuggestions(text: string): Suggestions {
  const query = useSettledText(text.trim());
  const answered = useAnswer<ProductsAnswer>(query === "" ? null : productsAddress({ query }));
  const products = productsOf(answered);
  return {
    query: text.trim() === "" ? "" : query,
    state: answered.state,
    products: products.slice(0, SUGGESTIONS_MAX),
    found: products.length,
  };
}

function productsOf(answered: ReturnType<typeof useAnswer<ProductsAnswer>>): readonly Product[] {
  switch (answered.state) {
    case "loading":
      return answered.previous?.products ?? [];
    case "failed":
      return [];
    case "ready":
      return answered.answer.products;
  }
}

function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
