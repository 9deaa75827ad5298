import type { Page } from "../document/dom-reads.ts";
import { patchMethod } from "../patch.ts";
import type { Stop } from "../scope.ts";
import { type Header, withHeader, withHeaders } from "./header-values.ts";
import { isOwnOrigin } from "./own-origin.ts";

const NAME = "x-monitorme-session-id";

/**
 * Adds the session id to the page's requests to its own origin, by `fetch` and `XMLHttpRequest`, so
 * that the services behind the page can tell whose request it is.
 */
export function startRequestHeaders(page: Page, sessionId: () => string): Stop {
  const isOwn = (url: string | URL) =>
    isOwnOrigin(url, page.document.baseURI, page.location.origin);
  const stopFetch = startFetchHeader(page, isOwn, sessionId);
  const stopXhr = startXhrHeader(page, isOwn, sessionId);
  return () => {
    stopXhr();
    stopFetch();
  };
}

type IsOwn = (url: string | URL) => boolean;

function startFetchHeader(page: Page, isOwn: IsOwn, sessionId: () => string): Stop {
  return patchMethod(page, "fetch", (_target, values, call) => {
    const [input, init] = values as Parameters<typeof fetch>;
    const isRequest = input instanceof page.Request;
    const url = isRequest ? input.url : input;
    const isUrl = typeof url === "string" || url instanceof page.URL;
    if (!isUrl || !isOwn(url)) {
      return call(values);
    }
    const header = { name: NAME, value: sessionId() };
    if (isRequest && !hasHeaders(init)) {
      return withLentHeader(input, header, () => call(values));
    }
    return call([input, optionsWith(init, header)]);
  });
}

/** Options are the page's objects; reading them may fail, which the browser will see for itself. */
function hasHeaders(init: RequestInit | undefined): boolean {
  try {
    return init?.headers !== undefined;
  } catch {
    return true;
  }
}

/**
 * A request object is neither rebuilt nor overridden by options, as either changes its body or its
 * referrer. It carries the header for the moment in which the browser takes its copy.
 */
function withLentHeader<T>({ headers }: Request, { name, value }: Header, send: () => T): T {
  if (headers.has(name)) {
    return send();
  }
  headers.set(name, value);
  try {
    return send();
  } finally {
    headers.delete(name);
  }
}

/** Options that the browser will refuse are left for it to refuse. */
function optionsWith(init: RequestInit | undefined, header: Header): RequestInit | undefined {
  try {
    const headers = withHeader(init?.headers, header);
    return headers === null ? init : withHeaders(init ?? {}, headers);
  } catch {
    return init;
  }
}

function startXhrHeader(page: Page, isOwn: IsOwn, sessionId: () => string): Stop {
  const { prototype } = page.XMLHttpRequest;
  const { setRequestHeader } = prototype;
  /** Requests to the page's own origin that have not been sent. */
  const own = new WeakSet<object>();

  const stopOpen = patchMethod(prototype, "open", (target, values, call) => {
    const result = call(values);
    const url = values[1];
    const isUrl = typeof url === "string" || url instanceof page.URL;
    if (isUrl && isOwn(url)) {
      own.add(target as XMLHttpRequest);
    } else {
      own.delete(target as XMLHttpRequest);
    }
    return result;
  });
  const stopSend = patchMethod(prototype, "send", (target, values, call) => {
    const request = target as XMLHttpRequest;
    if (own.delete(request)) {
      try {
        setRequestHeader.call(request, NAME, sessionId());
      } catch {
        // Sent twice or not opened: `send` itself will say so.
      }
    }
    return call(values);
  });
  return () => {
    stopSend();
    stopOpen();
  };
}
