/** Every limit of the service, with its unit and its reason. */

/** Bytes of a request body: the longest order is about 8 KiB, the rest is room to grow. */
export const BODY_BYTES_MAX = 64 * 1024;

/** Milliseconds for a whole request to arrive: a slow line is served, a stalled one is not. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** Milliseconds between the signal to stop and the end of connections that are still open. */
export const SHUTDOWN_GRACE_MS = 5_000;

/** Bytes of the built storefront, which is kept in memory: many times its real size. */
export const STOREFRONT_BYTES_MAX = 32 * 1024 * 1024;

/** Orders kept in memory: at about 2 KiB each this stays near 20 MiB. */
export const ORDERS_MAX = 10_000;

/** Customers kept in memory, for the same reason. */
export const CUSTOMERS_MAX = 10_000;

/** Characters of a session id in the log: a UUID has 36, anything much longer is noise. */
export const SESSION_ID_CHARACTERS_MAX = 128;

/** Characters of a path in the log. */
export const LOGGED_PATH_CHARACTERS_MAX = 256;
