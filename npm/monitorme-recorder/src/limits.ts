// Every maximum of the package, with its unit and its reason.

/**
 * Time that the worker has to get ready: 30 s. What is read meanwhile waits in memory, and a worker
 * that has not come by then is held up for good, as by a proxy that swallows the WebAssembly.
 */
export const WORKER_READY_MS = 30_000;

/**
 * Time from the end of loading until a page counts as one that is not painted, such as one in a tab
 * that was opened in the background: 1 s.
 */
export const PAINT_AFTER_LOAD_MS = 1_000;

/**
 * Time that the first page of a visitor waits for the settings of the project: 1 s. An edge answers
 * within a tenth of that; where it does not, the options of the page hold.
 */
export const SETTINGS_MS_MAX = 1_000;

/** Time between two questions whether a session that is held back is wanted: 60 s. */
export const WANTED_INTERVAL_MS = 60_000;

/**
 * Time between two questions of a page in a frame whose session it is in: 500 ms. The page around may
 * be shown, and have its recorder, seconds later than the frame.
 */
export const FRAME_JOIN_RETRY_MS = 500;

/**
 * Time after which a page in a frame that gets no answer goes on by itself: 5 s. Until then its document
 * is not read, since it is not known whether the session is recorded.
 */
export const FRAME_JOIN_MS_MAX = 5_000;

/** Origins that are asked where the browser does not tell which one the page around has: 20. */
export const FRAME_ORIGINS_MAX = 20;

/** Longest minimum of a session's duration: 4 hours, the age at which every session ends. */
export const MINIMUM_DURATION_MS_MAX = 4 * 60 * 60 * 1_000;

/**
 * Characters of the JSON of one payload: 65,536. Payloads are facts about an event; a whole store
 * of an application would fill the visitor's upstream.
 */
export const PAYLOAD_CHARACTERS_MAX = 65_536;

/** Characters of the JSON of a tag or a flag: 1,024. Its value is looked at in a list. */
export const FACT_CHARACTERS_MAX = 1_024;

/** Time between two pictures of a canvas, unless the page's owner says otherwise: 1 s. */
export const CANVAS_INTERVAL_MS = 1_000;

/** Shortest time between two pictures of a canvas: 200 ms. Reading one back costs the page up to 5 ms. */
export const CANVAS_INTERVAL_MS_MIN = 200;
