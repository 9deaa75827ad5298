import { describe } from "../activity/page-errors.ts";
import type { Page } from "../document/dom-reads.ts";
import {
  INITIATOR_FETCH,
  OUTCOME_ABORTED,
  OUTCOME_ANSWERED,
  OUTCOME_FAILED,
  OUTCOME_TIMED_OUT,
  SIDE_ANSWER,
  SIDE_REQUEST,
} from "../op-codes.ts";
import { patchMethod } from "../patch.ts";
import type { Stop } from "../tape.ts";
import { type Header, headerIn, withHeader, withHeaders } from "./header-values.ts";
import { absoluteUrl } from "./own-origin.ts";
import type { EndRequest, Requests } from "./requests.ts";
import type { SessionHeader } from "./session-header.ts";

/** Records what the page fetches, and adds the session header. The answer is handed on as it comes. */
export function startFetch(page: Page, requests: Requests, headerFor: SessionHeader): Stop {
  const { then } = page.Promise.prototype;

  return patchMethod(page, "fetch", (_target, values, call) => {
    const [input, init] = values as Parameters<typeof fetch>;
    const isRequest = input instanceof page.Request;
    const url = absoluteUrl(isRequest ? input.url : input, page.document.baseURI);
    if (url === null) {
      return call(values);
    }
    const given = optionsIn(init);
    const headers = given.headers ?? (isRequest ? input.headers : undefined);
    const request = requests.start({
      initiator: INITIATOR_FETCH,
      method: (given.method ?? (isRequest ? input.method : "GET")).toUpperCase(),
      url: url.href,
      traceparent: headerIn(headers, "traceparent"),
    });
    request.note(SIDE_REQUEST, { headers, body: given.body ?? (isRequest ? input : null) });
    const signal = given.signal ?? (isRequest ? input.signal : null);
    const answer = send(headerFor(url), input, init, call, values);
    // The page gets the promise behind ours: it stays the one who has to handle a failure.
    return Reflect.apply(then, answer, [
      (response: Response | undefined) => {
        // Where a script stands in for the browser, it may be anything.
        request.end(OUTCOME_ANSWERED, Number(response?.status) || 0);
        if (response instanceof page.Response) {
          request.note(SIDE_ANSWER, response);
        }
        return response;
      },
      (failure: unknown) => {
        endFailed(request.end, failure, signal);
        throw failure;
      },
    ]);
  });

  function send(
    header: Header | null,
    input: RequestInfo | URL,
    init: RequestInit | undefined,
    call: (values: unknown[]) => unknown,
    values: unknown[],
  ): unknown {
    if (header === null) {
      return call(values);
    }
    if (input instanceof page.Request && !hasHeaders(init)) {
      return withLentHeader(input, header, () => call(values));
    }
    return call([input, optionsWith(init, header)]);
  }
}

interface GivenOptions {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null;
}

/** Options are the page's objects; where reading them fails, the browser will see for itself. */
function optionsIn(init: RequestInit | undefined): GivenOptions {
  try {
    const { method, headers, body, signal } = init ?? {};
    return {
      ...(typeof method === "string" && { method }),
      ...(headers && { headers }),
      body,
      ...(signal && { signal }),
    };
  } catch {
    return {};
  }
}

function endFailed(end: EndRequest, failure: unknown, signal: AbortSignal | null): void {
  const [name, message] = describe(failure);
  const isAborted = signal?.aborted || name === "AbortError";
  const outcome = isAborted ? OUTCOME_ABORTED : OUTCOME_FAILED;
  end(name === "TimeoutError" ? OUTCOME_TIMED_OUT : outcome, 0, message);
}

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
