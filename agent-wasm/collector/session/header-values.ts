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
