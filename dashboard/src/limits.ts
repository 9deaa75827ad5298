// Every maximum, interval and threshold of the dashboard: value, unit, reason.

/** Sessions per page of the list. A screen and a half; the query API allows 100. */
export const SESSIONS_PER_PAGE = 50;

/** How often the visible list of sessions asks for news. New sessions start within seconds. */
export const LIST_REFRESH_INTERVAL_MS = 5_000;

/** How often an open session that may still grow asks whether it has grown. */
export const SESSION_REFRESH_INTERVAL_MS = 5_000;

/** How often texts such as "2 min ago" are renewed. Finer than their smallest visible step. */
export const RELATIVE_TIME_INTERVAL_MS = 5_000;

/** A session with a record this young counts as active: the recorder ships every few seconds. */
export const ACTIVE_SESSION_AGE_MS = 30_000;

/** A session may grow until its visitor was away for 30 minutes; one more for late batches. */
export const GROWING_SESSION_AGE_MS = 31 * 60_000;

/** Style sheets that are fetched at once: what browsers allow on one connection of HTTP/1.1. */
export const SHEETS_AT_ONCE = 6;

/** A failed read is repeated this often before the failure is shown; the person can retry then. */
export const READ_RETRIES_MAX = 2;

/** No record of the visitor for this long is a stretch of inactivity. A 5 s wait is a finding. */
export const INACTIVITY_MIN_MS = 5_000;

/** What remains visible at either end of a stretch of inactivity, so that nothing seems to jump. */
export const INACTIVITY_MARGIN_MS = 1_000;

/**
 * Inactivity is played so fast that what remains of it would last this long. The speed falls as
 * the end comes near: half an hour passes in about six seconds and the end is never overshot.
 */
export const INACTIVITY_REMAINING_MS = 700;

/** Speeds of playback, as multiples of the visitor's own. */
export const PLAYBACK_SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;

/** One press of an arrow key or of a jump button. */
export const JUMP_MS = 10_000;

/** One press of an arrow key while the timeline itself has the focus. */
export const TIMELINE_STEP_MS = 1_000;

/** The address follows the place on screen after this rest; browsers limit how often it changes. */
export const PLACE_WRITE_DELAY_MS = 250;

/** How long "Copied" stays visible. */
export const COPIED_NOTE_MS = 2_000;

/** Shortest password of an owner; the edge refuses shorter ones too. */
export const PASSWORD_LENGTH_MIN = 12;

/** Files that a replayed control is given at most; it shows their number. */
export const REPLAYED_FILES_MAX = 100;
