/** Milliseconds without a keystroke before a search is sent: the pause between two words. */
export const SEARCH_PAUSE_MS = 160;

/** Suggestions below the search box: as many as fit above a telephone's keyboard. */
export const SUGGESTIONS_MAX = 6;

/** Products shown beside the one being looked at: one row of a wide screen. */
export const RELATED_PRODUCTS_MAX = 4;
