// Every maximum of the worker's own code, with its unit and its reason.

/** Pictures of canvases that wait to be encoded: 8, at up to 6.6 MB each. Later ones are dropped. */
export const BITMAPS_WAITING_MAX = 8;

/** Quality of pictures of canvases, from 0 to 1: text stays readable, a chart takes some 10 KB. */
export const WEBP_QUALITY = 0.7;
