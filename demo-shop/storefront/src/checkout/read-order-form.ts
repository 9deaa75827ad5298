import type { Parsed } from "../../../contract/field-reader.ts";
import type { OrderRequest } from "../../../contract/order.ts";
import { parseOrderRequest } from "../../../contract/order-form.ts";
import type { CartLine } from "../cart/cart.ts";

/** Reads the checkout form, together with the cart and the total that were shown beside it. */
export function readOrderForm(
  form: HTMLFormElement,
  lines: readonly CartLine[],
  totalCents: number,
): Parsed<OrderRequest> {
  const data = new FormData(form);
  const input = {
    ...Object.fromEntries(data),
    gift: data.has("gift"),
    lines: lines.map(({ productId, quantity }) => ({ productId, quantity })),
    totalCents,
  };
  return parseOrderRequest(input, new Date());
}
