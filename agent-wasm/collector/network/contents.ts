import type { Page } from "../document/dom-reads.ts";
import { CONTENTS_WAITING_MAX } from "../limits.ts";

/** What of requests and answers is recorded beside the facts about them. */
export interface ContentRules {
  /** Names of headers, in lower case. */
  readonly headers: readonly string[];
  /**
   * Addresses of which bodies are recorded, without query: paths of the page's origin, or whole ones.
   * `*` stands for anything.
   */
  readonly bodies: readonly string[];
}

/** What holds the headers and the body of a request or of an answer. */
export type ContentHolder = SentContent | XhrAnswer | Response;

/** What the page has sent. */
export interface SentContent {
  readonly headers: HeadersInit | undefined;
  readonly body: unknown;
}

export interface XhrAnswer {
  readonly xhr: XMLHttpRequest;
  /** Bytes of the body. */
  readonly size: number;
}

/** A request or an answer of which something is recorded. */
export interface Content {
  readonly request: number;
  /** One of the `SIDE_…` numbers. */
  readonly side: number;
  /** Whether the body is recorded. */
  readonly isListed: boolean;
  /** Of a listed answer a copy. */
  readonly holder: ContentHolder;
}

/** Picks the requests and answers of which something is recorded, and keeps them for who reads them. */
export interface Contents {
  readonly rules: ContentRules;
  note(request: number, side: number, url: string, holder: ContentHolder): void;
  /** Sets who reads what is noted, from now on and so far. */
  readBy(read: (content: Content) => void): void;
}

export function createContents(page: Page, rules: ContentRules): Contents {
  const { clone } = page.Response.prototype;
  const listed = addressPattern(rules.bodies, page.location.origin);
  const waiting: Content[] = [];
  let read = (content: Content): void => {
    if (waiting.length < CONTENTS_WAITING_MAX) {
      waiting.push(content);
    }
  };

  return {
    rules,
    note(request, side, url, holder) {
      const isListed = listed.test(url.replace(/[?#].*/s, ""));
      const isCopied = isListed && isAnswer(holder);
      read({ request, side, isListed, holder: isCopied ? clone.call(holder) : holder });
    },
    readBy(reader) {
      read = reader;
      waiting.splice(0).forEach(read);
    },
  };
}

/** Answers of frames are of other classes. */
export function isAnswer(holder: ContentHolder): holder is Response {
  return "clone" in holder;
}

/** What whole addresses match; nothing if there are none in the list. */
function addressPattern(addresses: readonly string[], origin: string): RegExp {
  const patterns = addresses.map((address) =>
    (address.startsWith("/") ? origin + address : address)
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*"),
  );
  return new RegExp(`^(?:${patterns.join("|") || "(?!)"})$`);
}
