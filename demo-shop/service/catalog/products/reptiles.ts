import type { Product } from "../../../contract/product.ts";

/** The shelf "Reptiles", in the order in which it is shown. */
export const reptiles: readonly Product[] = [
  {
    id: "basking-lamp",
    name: "Basking lamp",
    category: "reptiles",
    priceCents: 4200,
    summary: "A small noon that you can switch on.",
    description:
      "A ceramic socket, a spun shade of powder-coated steel and a bulb with the full warmth of the sun. The clamp holds on glass, on wood and on good intentions.",
    details: ["Powder-coated steel", "75 W bulb included", "Cable 1.8 m with dimmer"],
    keywords: ["light", "heat", "lizard", "gecko", "sun"],
    rating: 4.7,
    reviewCount: 83,
    availability: "in_stock",
  },
  {
    id: "cork-hide",
    name: "Cork bark hideout",
    category: "reptiles",
    priceCents: 1690,
    summary: "Home, for anyone who prefers the edges.",
    description:
      "A half round of natural cork from Portuguese oaks that keep growing after the harvest. Light, mold resistant, and full of cracks for small toes.",
    details: ["Natural cork", "About 25 × 15 cm", "Each piece is different"],
    keywords: ["gecko", "lizard", "snake", "hide", "bark"],
    rating: 4.8,
    reviewCount: 64,
    availability: "in_stock",
  },
  {
    id: "glass-terrarium",
    name: "Oak and glass terrarium",
    category: "reptiles",
    priceCents: 15900,
    summary: "A front garden for a tortoise of good family.",
    description:
      "Oiled oak and tempered glass with sliding doors and a mesh top. The base is deep enough to dig in, and the joints are sealed so that a rain shower may happen.",
    details: ["Oiled oak, tempered glass", "90 × 45 × 45 cm", "Doors lock"],
    keywords: ["tank", "tortoise", "gecko", "vivarium", "house"],
    rating: 4.9,
    reviewCount: 41,
    availability: "few_left",
  },
];
