import { createFieldReader } from "../../../contract/field-reader.ts";
import { ORDER_LINES_MAX, QUANTITY_MAX } from "../../../contract/limits.ts";
import type { Product } from "../../../contract/product.ts";

/** One product in the cart, with the price it was put in at. */
export interface CartLine {
  productId: string;
  name: string;
  priceCents: number;
  quantity: number;
}

/** What a customer can do to a cart. */
export type CartChange =
  | { kind: "add"; product: Pick<Product, "id" | "name" | "priceCents">; quantity: number }
  | { kind: "set_quantity"; productId: string; quantity: number }
  | { kind: "replace"; lines: readonly CartLine[] };

/** The cart after a change. Quantities stay within 1 and `QUANTITY_MAX`; 0 removes the line. */
export function changeCart(lines: readonly CartLine[], change: CartChange): readonly CartLine[] {
  switch (change.kind) {
    case "add":
      return addProduct(lines, change);
    case "set_quantity":
      return lines.flatMap((line) =>
        line.productId === change.productId ? withQuantity(line, change.quantity) : [line],
      );
    case "replace":
      return change.lines;
  }
}

/** How many pieces are in the cart. */
export function countPieces(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Reads a cart from storage. Lines that make no sense are left out. */
export function parseCart(stored: unknown): readonly CartLine[] {
  return Array.isArray(stored) ? stored.slice(0, ORDER_LINES_MAX).flatMap(parseLine) : [];
}

function addProduct(
  lines: readonly CartLine[],
  { product, quantity }: Extract<CartChange, { kind: "add" }>,
): readonly CartLine[] {
  const { id, name, priceCents } = product;
  const present = lines.find((line) => line.productId === id);
  if (present !== undefined) {
    const sum = present.quantity + quantity;
    return lines.flatMap((line) => (line === present ? withQuantity(line, sum) : [line]));
  }
  if (lines.length >= ORDER_LINES_MAX) return lines;
  return [...lines, ...withQuantity({ productId: id, name, priceCents, quantity }, quantity)];
}

function withQuantity(line: CartLine, quantity: number): CartLine[] {
  return quantity < 1 ? [] : [{ ...line, quantity: Math.min(quantity, QUANTITY_MAX) }];
}

function parseLine(stored: unknown): CartLine[] {
  const reader = createFieldReader(stored);
  const parsed = reader.finish({
    productId: reader.text("productId", "missing"),
    name: reader.text("name", "missing"),
    priceCents: reader.wholeNumber("priceCents", Number.MAX_SAFE_INTEGER),
    quantity: reader.wholeNumber("quantity", QUANTITY_MAX),
  });
  return parsed.ok && parsed.value.quantity > 0 ? [parsed.value] : [];
}
