import { getter, type Page } from "../document/dom-reads.ts";
import type { Guard } from "../guard.ts";
import {
  INITIATOR_XHR,
  OUTCOME_ABORTED,
  OUTCOME_ANSWERED,
  OUTCOME_FAILED,
  OUTCOME_TIMED_OUT,
  SIDE_ANSWER,
  SIDE_REQUEST,
} from "../op-codes.ts";
import { patchMethod, stopAll } from "../patch.ts";
import type { Stop } from "../tape.ts";
import { absoluteUrl } from "./own-origin.ts";
import type { OngoingRequest, Requests } from "./requests.ts";
import type { SessionHeader } from "./session-header.ts";

/** What is known of an `XMLHttpRequest` since it was opened. */
interface Opened {
  readonly method: string;
  readonly url: URL | null;
  /** What the page has set, by names in lower case. */
  readonly headers: Record<string, string>;
  ongoing: OngoingRequest | null;
}

/** Records requests by `XMLHttpRequest`, and adds the session header. */
export function startXhr(
  page: Page,
  guard: Guard,
  requests: Requests,
  headerFor: SessionHeader,
): Stop {
  const { prototype } = page.XMLHttpRequest;
  const { setRequestHeader } = prototype;
  const { addEventListener } = page.EventTarget.prototype;
  const status = getter<number>(prototype, "status");
  const known = new WeakMap<XMLHttpRequest, Opened>();

  const onEnd = guard.wrap((event: Event) => {
    const request = event.currentTarget as XMLHttpRequest;
    const ongoing = known.get(request)?.ongoing;
    ongoing?.end(OUTCOMES[event.type] ?? OUTCOME_FAILED, status.call(request));
    if (event.type === "load") {
      ongoing?.note(SIDE_ANSWER, { xhr: request, size: (event as ProgressEvent).loaded });
    }
  });

  function listen(request: XMLHttpRequest): void {
    for (const type of Object.keys(OUTCOMES)) {
      addEventListener.call(request, type, onEnd);
    }
  }

  const stops = [
    patchMethod(prototype, "open", (target, values, call) => {
      const result = call(values);
      const request = target as XMLHttpRequest;
      const [method, url] = values;
      if (!known.has(request)) {
        listen(request);
      }
      known.set(request, {
        method: typeof method === "string" ? method.toUpperCase() : "",
        url: absoluteUrl(url, page.document.baseURI),
        headers: {},
        ongoing: null,
      });
      return result;
    }),
    patchMethod(prototype, "setRequestHeader", (target, values, call) => {
      const result = call(values);
      const [name, value] = values;
      const opened = known.get(target as XMLHttpRequest);
      if (opened && typeof name === "string" && typeof value === "string") {
        opened.headers[name.toLowerCase()] = value;
      }
      return result;
    }),
    patchMethod(prototype, "send", (target, values, call) => {
      const request = target as XMLHttpRequest;
      const opened = known.get(request);
      if (!opened?.url) {
        return call(values);
      }
      const header = headerFor(opened.url);
      if (header !== null) {
        try {
          setRequestHeader.call(request, header.name, header.value);
        } catch {
          // Sent twice or not opened: `send` itself will say so.
          return call(values);
        }
      }
      const { method, url, headers } = opened;
      const ongoing = requests.start({
        initiator: INITIATOR_XHR,
        method,
        url: url.href,
        traceparent: headers.traceparent ?? null,
      });
      opened.ongoing = ongoing;
      ongoing.note(SIDE_REQUEST, { headers, body: values[0] });
      try {
        return call(values);
      } catch (failure) {
        // Synchronous requests fail this way, without an event.
        ongoing.end(OUTCOME_FAILED, 0);
        throw failure;
      }
    }),
  ];
  return stopAll(stops);
}

const OUTCOMES: Readonly<Record<string, number>> = {
  load: OUTCOME_ANSWERED,
  error: OUTCOME_FAILED,
  abort: OUTCOME_ABORTED,
  timeout: OUTCOME_TIMED_OUT,
};
