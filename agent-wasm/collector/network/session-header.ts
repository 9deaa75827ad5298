import type { Page } from "../document/dom-reads.ts";
import type { Header } from "./header-values.ts";
import { isOwnOrigin } from "./own-origin.ts";

const NAME = "x-monitorme-session-id";

/** The header that a request to this address carries, so that the services behind the page can tell
 * whose request it is; `null` if it carries none. */
export type SessionHeader = (url: URL | null) => Header | null;

/** Without a `sessionId` no request carries the header. */
export function createSessionHeader(page: Page, sessionId: (() => string) | null): SessionHeader {
  return (url) =>
    sessionId !== null && isOwnOrigin(url, page.origin) ? { name: NAME, value: sessionId() } : null;
}
