import type { Product } from "../../../contract/product.ts";

/** The shelf "Fish", in the order in which it is shown. */
export const fish: readonly Product[] = [
  {
    id: "round-aquarium",
    name: "Round aquarium",
    category: "fish",
    priceCents: 7900,
    summary: "Sixty-eight liters of calm for the sideboard.",
    description:
      "Hand-blown glass with a wide foot and a filter that hides behind the plants. Large enough for a small, peaceful company, and as close to a painting as water gets.",
    details: ["Hand-blown glass", "68 liters", "Filter and lamp included"],
    keywords: ["tank", "bowl", "goldfish", "glass"],
    rating: 4.5,
    reviewCount: 71,
    availability: "in_stock",
  },
  {
    id: "castle-ornament",
    name: "Ruined castle",
    category: "fish",
    priceCents: 1890,
    summary: "Three towers, two gates, and one rightful ruler.",
    description:
      "Glazed ceramic with rooms that fish really use. Nothing sharp, nothing that leaches, and a hole in every tower so that no air stays inside.",
    details: ["Glazed ceramic", "16 × 11 × 18 cm", "For fresh and salt water"],
    keywords: ["decoration", "ornament", "tank", "hide"],
    rating: 4.7,
    reviewCount: 94,
    availability: "in_stock",
  },
  {
    id: "java-fern",
    name: "Java fern on stone",
    category: "fish",
    priceCents: 1290,
    summary: "Nearly impossible to discourage.",
    description:
      "A green friend for the first aquarium: it grows in little light, needs no soil and is not interesting to eat. It comes tied to a river stone, ready to be set down.",
    details: ["Microsorum pteropus", "15 to 20 cm tall", "Grown without snails"],
    keywords: ["plant", "green", "tank", "decoration"],
    rating: 4.8,
    reviewCount: 127,
    availability: "in_stock",
  },
  {
    id: "daily-flakes",
    name: "Daily flakes",
    category: "fish",
    priceCents: 790,
    summary: "Fine, floating, and gone in two minutes.",
    description:
      "Algae, shrimp and insect protein in flakes so thin that they melt on the surface. The tin has a shaker lid, because the last pinch is always too much.",
    details: ["Spirulina, shrimp, insect protein", "120 g tin", "For all tropical fish"],
    keywords: ["food", "feeding", "tropical"],
    rating: 4.6,
    reviewCount: 216,
    availability: "in_stock",
  },
];
