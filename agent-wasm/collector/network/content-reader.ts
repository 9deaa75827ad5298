import type { Page } from "../document/dom-reads.ts";
import {
  BODIES_PER_SECOND,
  BODY_CHARACTERS_MAX,
  BODY_READ_MS,
  HEADER_CHARACTERS_MAX,
} from "../limits.ts";
import {
  EXTENT_BEGINNING,
  EXTENT_NOT_LISTED,
  EXTENT_NOT_READ,
  EXTENT_TOO_MANY,
  EXTENT_WHOLE,
  REQUEST_CONTENT,
} from "../op-codes.ts";
import type { Tape } from "../tape.ts";
import {
  type Content,
  type ContentHolder,
  type ContentRules,
  isAnswer,
  type XhrAnswer,
} from "./contents.ts";
import { headerIn } from "./header-values.ts";

/** Records what requests and answers hold. Of long bodies only the beginning is read. */
export function createContentReader(
  { page, guard, write }: Tape,
  { headers: names }: ContentRules,
): (content: Content) => void {
  /** The second that is being counted. */
  let second = 0;
  let bodies = 0;

  function isOneTooMany(): boolean {
    const now = page.performance.now();
    if (now - second >= 1_000) {
      second = now;
      bodies = 0;
    }
    bodies += 1;
    return bodies > BODIES_PER_SECOND;
  }

  return guard.wrap(({ request, side, isListed, holder }: Content) => {
    const answer = isAnswer(holder) ? holder : null;
    const header = headersOf(page, holder);
    const headers = names.flatMap((name) => {
      const value = header(name);
      return value === null ? [] : [name, value.slice(0, HEADER_CHARACTERS_MAX)];
    });
    const tell = guard.wrap((extent: number, body: string) => {
      if (headers.length > 0 || body !== "" || extent > EXTENT_WHOLE) {
        const beginning = body.slice(0, BODY_CHARACTERS_MAX);
        const isCut = extent === EXTENT_WHOLE && body.length > BODY_CHARACTERS_MAX;
        const told = isCut ? EXTENT_BEGINNING : extent;
        write(REQUEST_CONTENT, [request, side, told, beginning, ...headers]);
      }
    });
    const body = isListed ? (answer ?? bodyIn(page, holder)) : null;
    if (body === null) {
      tell(isListed ? EXTENT_WHOLE : EXTENT_NOT_LISTED, "");
    } else if (isOneTooMany()) {
      letGo(answer);
      tell(EXTENT_TOO_MANY, "");
    } else if (answer) {
      readAnswer(page, answer, tell);
    } else {
      const text = textOf(page, body);
      tell(text === null ? EXTENT_NOT_READ : EXTENT_WHOLE, text ?? "");
    }
  });
}

function headersOf(page: Page, holder: ContentHolder): (name: string) => string | null {
  if (!("xhr" in holder)) {
    return (name) => headerIn(holder.headers, name);
  }
  // Asking for a single header makes the browser complain of those that the page may not see.
  const lines = page.XMLHttpRequest.prototype.getAllResponseHeaders.call(holder.xhr).split("\r\n");
  return (name) => {
    const prefix = `${name}: `;
    return lines.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? null;
  };
}

/** What is to be read of what is not read piece by piece; `null` if there is nothing. */
function bodyIn(page: Page, holder: ContentHolder): unknown {
  if ("xhr" in holder) {
    return answerOf(holder);
  }
  const { body = null } = holder;
  // What a request object holds cannot be read without taking it from the browser.
  const isBare = body instanceof page.Request && ["GET", "HEAD"].includes(body.method);
  return isBare ? null : body;
}

/** The text of an answer, or something else where it is none or would be made of a large value. */
function answerOf({ xhr, size }: XhrAnswer): unknown {
  const { responseType } = xhr;
  if (responseType === "json" && size <= BODY_CHARACTERS_MAX) {
    return JSON.stringify(xhr.response);
  }
  return responseType === "" || responseType === "text" ? xhr.responseText : xhr;
}

/** The text of a body as it was given to the browser; `null` if it is none. */
function textOf(page: Page, body: unknown): string | null {
  if (typeof body === "string") {
    return withFormsRead(page, body);
  }
  const isForm = body instanceof page.URLSearchParams || body instanceof page.FormData;
  return isForm ? formText(body) : null;
}

function withFormsRead(page: Page, text: string): string {
  return FORM.test(text) ? formText(new page.URLSearchParams(text)) : text;
}

/** A form in which nothing stands in the way of finding what is private, as it would be encoded. */
const FORM = /^[^\s=&{["<]+=\S*$/;

/** As JSON, so that names and values can be told apart. */
function formText(form: URLSearchParams | FormData): string {
  const pairs: string[] = [];
  form.forEach((value, name) => {
    const shown = typeof value === "string" ? value : "(file)";
    pairs.push(`${JSON.stringify(name)}:${JSON.stringify(shown)}`);
  });
  return `{${pairs.join()}}`;
}

const TEXT =
  /^(?:text\/(?!event-stream)|application\/(?:.*\+)?(?:json|xml|x-www-form-urlencoded))/i;

/** Reads from a copy, next to the page, and lets go of the rest, so that the page may do so as well. */
async function readAnswer(
  page: Page,
  answer: Response,
  tell: (extent: number, body: string) => void,
): Promise<void> {
  if (!TEXT.test(answer.headers.get("content-type") ?? "")) {
    letGo(answer);
    tell(EXTENT_NOT_READ, "");
    return;
  }
  const reader = answer.body?.getReader();
  const decoder = new page.TextDecoder();
  const stop = () => reader?.cancel().catch(() => {});
  let isLate = false;
  const timer = page.setTimeout(() => {
    isLate = true;
    stop();
  }, BODY_READ_MS);
  let text = "";
  let isWhole = !reader;
  try {
    while (reader && !isWhole && text.length <= BODY_CHARACTERS_MAX) {
      const { done, value } = await reader.read();
      isWhole = done;
      text += decoder.decode(value, { stream: !done });
    }
  } catch {
    // The answer broke off, which the page is told as well.
  }
  page.clearTimeout(timer);
  stop();
  tell(isWhole && !isLate ? EXTENT_WHOLE : EXTENT_BEGINNING, withFormsRead(page, text));
}

/** Whether a copy is let go of or fails first is nobody's concern. */
function letGo(copy: Response | null): void {
  copy?.body?.cancel().catch(() => {});
}
