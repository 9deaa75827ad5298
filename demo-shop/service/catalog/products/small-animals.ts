import type { Product } from "../../../contract/product.ts";

/** The shelf "Small animals", in the order in which it is shown. */
export const smallAnimals: readonly Product[] = [
  {
    id: "willow-tunnel",
    name: "Willow tunnel",
    category: "small-animals",
    priceCents: 1890,
    summary: "A shortcut, a hiding place, and a snack.",
    description:
      "Woven from unpeeled willow without wire or glue. Rabbits and guinea pigs run through it first, sleep in it next, and eat it in the end, which is as it should be.",
    details: ["Unpeeled willow", "35 cm long, 16 cm wide", "Safe to chew"],
    keywords: ["rabbit", "guinea pig", "play", "chew", "hide"],
    rating: 4.8,
    reviewCount: 88,
    availability: "in_stock",
  },
  {
    id: "meadow-hay",
    name: "Meadow hay bale",
    category: "small-animals",
    priceCents: 1190,
    summary: "Late cut, long stems, clover and daisies.",
    description:
      "From a meadow that is mown twice a year and never sprayed. You will smell the summer when you open it, and so will they.",
    details: ["Meadow grass, clover, herbs", "1.5 kg", "Dust extracted"],
    keywords: ["rabbit", "guinea pig", "food", "bedding", "grass"],
    rating: 4.9,
    reviewCount: 254,
    availability: "in_stock",
    flag: "Bestseller",
  },
  {
    id: "quiet-wheel",
    name: "Whisper-quiet wheel",
    category: "small-animals",
    priceCents: 3400,
    summary: "For those who run at three in the morning.",
    description:
      "A cork-lined wooden wheel on a sealed bearing. The running surface is closed, so small feet stay safe, and you will hear nothing but a faint and contented patter.",
    details: ["Birch and cork", "28 cm across", "For hamsters and gerbils"],
    keywords: ["hamster", "gerbil", "exercise", "run", "toy"],
    rating: 4.7,
    reviewCount: 141,
    availability: "in_stock",
  },
  {
    id: "rabbit-cottage",
    name: "Rabbit cottage",
    category: "small-animals",
    priceCents: 4500,
    summary: "Two doors, because every rabbit needs a plan B.",
    description:
      "A house of untreated spruce with a flat place to sit under the gable and two exits. It arrives in six pieces and goes together without tools.",
    details: ["Untreated spruce", "48 × 30 × 32 cm", "Opens at the back for cleaning"],
    keywords: ["house", "hide", "guinea pig", "sleep"],
    rating: 4.6,
    reviewCount: 67,
    availability: "in_stock",
  },
  {
    id: "chew-garland",
    name: "Harvest chew garland",
    category: "small-animals",
    priceCents: 1090,
    summary: "Carrot, apple, and beet, dried and strung.",
    description:
      "Slices of carrot, apple and beetroot from the farm across the valley, dried slowly and threaded on a hemp string. Hang it high enough to make it interesting.",
    details: ["Carrot, apple, beetroot, hemp", "60 cm long", "No added sugar"],
    keywords: ["rabbit", "guinea pig", "treat", "snack", "food"],
    rating: 4.5,
    reviewCount: 59,
    availability: "few_left",
  },
];
