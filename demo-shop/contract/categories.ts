/** The shelves of the shop, in the order in which they are shown. */
export const CATEGORIES = [
  { id: "dogs", name: "Dogs" },
  { id: "cats", name: "Cats" },
  { id: "small-animals", name: "Small animals" },
  { id: "birds", name: "Birds" },
  { id: "fish", name: "Fish" },
  { id: "reptiles", name: "Reptiles" },
] as const;

/** Names a shelf in addresses and in products. */
export type CategoryId = (typeof CATEGORIES)[number]["id"];

/** Tells whether a text from outside names a shelf of the shop. */
export function isCategoryId(text: string): text is CategoryId {
  return CATEGORIES.some((category) => category.id === text);
}

/** The name of a shelf as customers read it. */
export function categoryName(id: CategoryId): string {
  return CATEGORIES.find((category) => category.id === id)?.name ?? id;
}
