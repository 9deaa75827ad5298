/**
 * Reads what `store` kept, or null: storage can be empty, refused, or written by another version
 * of the shop, and none of that may stop a customer.
 */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Keeps a value on this device, as far as the browser allows it. */
export function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the customer the cart after a reload, not the purchase.
  }
}
