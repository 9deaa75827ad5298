import type { Product } from "../../contract/product.ts";
import { birds } from "./products/birds.ts";
import { cats } from "./products/cats.ts";
import { dogs } from "./products/dogs.ts";
import { fish } from "./products/fish.ts";
import { reptiles } from "./products/reptiles.ts";
import { smallAnimals } from "./products/small-animals.ts";

const SHELVES = [dogs, cats, smallAnimals, birds, fish, reptiles];

/** Everything the shop sells. Shelves take turns, so that the first page shows some of each. */
export const PRODUCTS: readonly Product[] = takeTurns(SHELVES);

const productsById = new Map(PRODUCTS.map((product) => [product.id, product]));

/** The product with this id, if the shop sells it. */
export function findProduct(id: string): Product | undefined {
  return productsById.get(id);
}

function takeTurns(shelves: readonly (readonly Product[])[]): Product[] {
  const longest = Math.max(...shelves.map((shelf) => shelf.length));
  const turns = Array.from({ length: longest }, (_, turn) => shelves.map((shelf) => shelf[turn]));
  return turns.flat().filter((product) => product !== undefined);
}
