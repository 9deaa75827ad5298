/** An address as a list shows it: the path tells pages apart, the host is the same nearly always. */
export interface PageAddress {
  readonly host: string;
  readonly path: string;
}

/** Splits the address of a recorded page. What is no address is kept whole, as a path. */
export function pageAddress(url: string): PageAddress {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.host === "") {
    return { host: "", path: url };
  }
  return { host: parsed.host, path: `${parsed.pathname}${parsed.search}${parsed.hash}` };
}
