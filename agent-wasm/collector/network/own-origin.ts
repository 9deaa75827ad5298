/** The address that a request goes to; `null` if it is none, or one that only the browser knows. */
export function absoluteUrl(url: unknown, baseUrl: string): URL | null {
  try {
    return typeof url === "string" || url instanceof URL ? new URL(url, baseUrl) : null;
  } catch {
    return null;
  }
}

/**
 * Whether a request goes to the origin of the page. Only then it may carry a header of ours: to
 * another origin it would make the browser ask for permission first, and fail where that is not
 * given. Compared are parsed origins; a prefix of an address says nothing.
 */
export function isOwnOrigin(url: URL | null, origin: string): boolean {
  return url !== null && url.origin === origin && url.protocol.startsWith("http");
}
