/**
 * Whether a request goes to the origin of the page. Only then it may carry a header of ours: to
 * another origin it would make the browser ask for permission first, and fail where that is not
 * given. Compared are parsed origins; a prefix of an address says nothing.
 */
export function isOwnOrigin(url: string | URL, baseUrl: string, origin: string): boolean {
  try {
    const parsed = new URL(url, baseUrl);
    return parsed.origin === origin && parsed.protocol.startsWith("http");
  } catch {
    return false;
  }
}
