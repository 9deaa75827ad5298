/** Where randomness comes from: `crypto` of the page. */
export type RandomSource = Pick<Crypto, "getRandomValues">;

/** A new version 4 UUID. `crypto.randomUUID` does the same, but not on pages without TLS. */
export function randomId(source: RandomSource): string {
  const bytes = source.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether a string is a UUID as we write them. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && ID.test(text);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
