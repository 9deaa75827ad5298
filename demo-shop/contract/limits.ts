/** Limits that the storefront shows and the service enforces. */

/** Pieces of one product in a cart: more than this is a wholesale order. */
export const QUANTITY_MAX = 20;

/** Different products in one order: the whole catalog fits, a flood does not. */
export const ORDER_LINES_MAX = 50;

/** Characters of a one-line field: longer than any real name, street or city. */
export const LINE_CHARACTERS_MAX = 120;

/** Characters of the note to the shop: a paragraph, so it still fits on the packing slip. */
export const NOTE_CHARACTERS_MAX = 500;

/** Characters of a search: several words, and a bound on the work one search can cause. */
export const QUERY_CHARACTERS_MAX = 80;
