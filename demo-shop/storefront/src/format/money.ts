const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** Writes an amount the way the price tags do: 1490 is "$14.90". */
export function formatMoney(cents: number): string {
  return DOLLARS.format(cents / 100);
}
