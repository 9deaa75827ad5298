// Every maximum of the code around the core, with its unit and its reason.

/** Pictures of canvases that wait to be encoded: 8, at up to 6.6 MB each. Later ones are dropped. */
export const BITMAPS_WAITING_MAX = 8;

/** Quality of pictures of canvases, from 0 to 1: text stays readable, a chart takes some 10 KB. */
export const WEBP_QUALITY = 0.7;

/** Longest wait for an idle moment: 1 s, so that a busy page is recorded as well. */
export const IDLE_TIMEOUT_MS = 1_000;

/** Time of a slice where the browser does not tell when the page is idle: 4 ms. */
export const SLICE_MS = 4;

/**
 * Between the start of a journal and the search for those of other pages: 1 s. The page that the
 * visitor came from lets go of its own meanwhile, and starting is not slowed down.
 */
export const RECOVERY_DELAY_MS = 1_000;
