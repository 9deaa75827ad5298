/** A header to be added to requests. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * The headers of a `fetch` with one more, in the form in which they were given, so that the browser
 * checks them as before; `null` if the page has set that header itself.
 */
export function withHeader(headers: HeadersInit | undefined, header: Header): HeadersInit | null {
  const { name, value } = header;
  if (headers === undefined) {
    return { [name]: value };
  }
  if (Symbol.iterator in headers) {
    const pairs = [...(headers as Iterable<[string, string]>)];
    return pairs.some(([given]) => isSame(given, name)) ? null : [...pairs, [name, value]];
  }
  const isGiven = Object.keys(headers).some((given) => isSame(given, name));
  return isGiven ? null : { ...headers, [name]: value };
}

function isSame(given: string, name: string): boolean {
  return given.toLowerCase() === name;
}

/**
 * The options of a `fetch` with other headers. Everything else is read from the page's own object
 * when the browser asks for it: a copy would lose what is inherited, and bodies that are streams,
 * signals and options yet to be invented pass untouched.
 */
export function withHeaders(init: RequestInit, headers: HeadersInit): RequestInit {
  return new Proxy(init, {
    get: (target, name) => (name === "headers" ? headers : Reflect.get(target, name)),
  });
}

/**
 * A header among those of a request, if it can be read without using them up, as iterators are when
 * they are read. What the browser will refuse has none.
 */
export function headerIn(headers: HeadersInit | undefined, name: string): string | null {
  try {
    if (headers instanceof Headers) {
      return headers.get(name);
    }
    if (!headers || (!Array.isArray(headers) && Symbol.iterator in headers)) {
      return null;
    }
    const pairs = Array.isArray(headers) ? headers : Object.entries(headers);
    const value: unknown = pairs.find(([given]) => isSame(given, name))?.[1];
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
