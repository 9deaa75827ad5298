import type { FieldErrors } from "../../../contract/field-reader.ts";

/** A request that failed, with a sentence for the customer. */
export class ShopFault extends Error {
  readonly code: string;
  readonly fields: FieldErrors;

  constructor(code: string, message: string, fields: FieldErrors = {}) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** Fetches JSON from the service. Throws a `ShopFault`, or the signal's reason when aborted. */
export async function requestJson<Answer>(
  address: string,
  request: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(address, request).catch(() => {
    request.signal?.throwIfAborted();
    const message = "We cannot reach the shop. Please check your connection and try again.";
    throw new ShopFault("unreachable", message);
  });
  if (response.ok) return response.json();
  throw faultOf(await response.json().catch(() => ({})));
}

/** Sends `value` as JSON and reads the JSON that comes back. */
export function sendJson<Answer>(
  method: "POST" | "PUT",
  address: string,
  value: unknown,
): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return requestJson(address, { method, headers, body: JSON.stringify(value) });
}

/** What to tell the customer about anything that was thrown. */
export function asShopFault(reason: unknown): ShopFault {
  return reason instanceof ShopFault ? reason : faultOf({});
}

interface FaultBody {
  error?: { code?: string; message?: string; fields?: FieldErrors };
}

function faultOf({ error = {} }: FaultBody): ShopFault {
  const message = error.message ?? "Something went wrong on our side. Please try again.";
  return new ShopFault(error.code ?? "unknown", message, error.fields);
}
