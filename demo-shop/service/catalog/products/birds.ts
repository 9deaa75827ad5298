import type { Product } from "../../../contract/product.ts";

/** The shelf "Birds", in the order in which it is shown. */
export const birds: readonly Product[] = [
  {
    id: "feeder-house",
    name: "Cedar feeder house",
    category: "birds",
    priceCents: 3900,
    summary: "Open all winter, for regulars and travelers.",
    description:
      "A roof wide enough to keep the seed dry and a tray that lifts out for cleaning. The cedar turns silver with the years and needs no paint.",
    details: ["Red cedar", "26 × 24 × 28 cm", "Hangs, or stands on a pole"],
    keywords: ["garden", "wild", "seed", "robin", "feeding"],
    rating: 4.8,
    reviewCount: 173,
    availability: "in_stock",
  },
  {
    id: "songbird-seed",
    name: "Songbird seed mix",
    category: "birds",
    priceCents: 1390,
    summary: "Sunflower hearts, millet, and no filler wheat.",
    description:
      "What songbirds pick out of other mixes, without the rest. Husked, so that nothing sprouts under the feeder, and mixed fresh every second week.",
    details: ["Sunflower hearts, millet, hemp, oats", "2 kg paper sack", "No wheat"],
    keywords: ["food", "garden", "wild", "feeding", "finch"],
    rating: 4.9,
    reviewCount: 305,
    availability: "in_stock",
    flag: "Bestseller",
  },
  {
    id: "ring-swing",
    name: "Olive wood ring swing",
    category: "birds",
    priceCents: 1590,
    summary: "For budgies who think, and budgies who talk.",
    description:
      "A ring of steamed ash with a perch of natural olive wood, whose changing thickness is good for small feet. The little bell is steel and survives everything.",
    details: ["Ash, olive wood, steel bell", "22 cm across", "For budgies and cockatiels"],
    keywords: ["toy", "perch", "budgie", "parakeet", "cage"],
    rating: 4.6,
    reviewCount: 48,
    availability: "in_stock",
  },
  {
    id: "nest-box",
    name: "Titmouse nest box",
    category: "birds",
    priceCents: 2700,
    summary: "A front door of exactly 28 millimeters.",
    description:
      "Built the way the bird people recommend: thick walls, a steep roof, a rough ladder inside and a door that keeps sparrows politely out. The front opens for the autumn cleaning.",
    details: ["Larch, 20 mm thick", "Entrance 28 mm", "With hanger and oak nail"],
    keywords: ["garden", "wild", "house", "tit", "spring"],
    rating: 4.7,
    reviewCount: 112,
    availability: "in_stock",
  },
  {
    id: "bird-bath",
    name: "Sandstone bird bath",
    category: "birds",
    priceCents: 7200,
    summary: "Shallow at the rim, splendid in the middle.",
    description:
      "Carved from pale sandstone with a rim that small feet can grip. The basin slopes gently, so that a wren can paddle while a blackbird dives.",
    details: ["Sandstone", "42 cm across, 60 cm tall", "Frost proof"],
    keywords: ["garden", "wild", "water", "splash"],
    rating: 4.8,
    reviewCount: 39,
    availability: "sold_out",
  },
];
