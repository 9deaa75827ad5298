import type { CategoryId } from "./categories.ts";

/** Whether a product can be bought now. */
export type Availability = "in_stock" | "few_left" | "sold_out";

/** One product as the catalog describes it. */
export interface Product {
  /** Names the product in addresses and orders, and chooses its picture. */
  id: string;
  name: string;
  category: CategoryId;
  priceCents: number;
  /** One line for the product card. */
  summary: string;
  /** A paragraph for the product page. */
  description: string;
  /** Facts such as material and size, one per entry. */
  details: readonly string[];
  /** Words that customers search for and that the texts above do not contain. */
  keywords: readonly string[];
  /** Average of the reviews, from 1 to 5. */
  rating: number;
  reviewCount: number;
  availability: Availability;
  /** A short flag on the product card, such as "New". */
  flag?: string;
}
