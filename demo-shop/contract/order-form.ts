import { isCountryCode } from "./countries.ts";
import { createFieldReader, type Parsed } from "./field-reader.ts";
import { NOTE_CHARACTERS_MAX, ORDER_LINES_MAX, QUANTITY_MAX } from "./limits.ts";
import type { OrderLineRequest, OrderRequest } from "./order.ts";
import { isShippingMethodId } from "./shipping.ts";

type FieldReader = ReturnType<typeof createFieldReader>;

const POSTAL_CODE = /^[\p{L}\d][\p{L}\d -]{1,8}[\p{L}\d]$/u;
const CARD_NUMBER = /^\d(?: ?\d){11,18}$/;
const CARD_EXPIRY = /^(0[1-9]|1[0-2]) ?\/ ?(\d{2})$/;
const CARD_SECURITY_CODE = /^\d{3,4}$/;

/**
 * Reads an order request. The checkout calls it before sending, so that customers see every
 * mistake at once, and the service calls it again, because it cannot trust what it receives.
 * `now` decides whether the card has expired.
 */
export function parseOrderRequest(input: unknown, now: Date): Parsed<OrderRequest> {
  const reader = createFieldReader(input);
  return reader.finish({
    name: reader.text("name", "Enter your full name."),
    email: reader.email("email", "Enter your e-mail address."),
    street: reader.text("street", "Enter a street and a house number."),
    city: reader.text("city", "Enter a city."),
    postalCode: reader.matching("postalCode", POSTAL_CODE, "Enter a postal code."),
    country: reader.choice("country", isCountryCode, "Choose a country."),
    shipping: reader.choice("shipping", isShippingMethodId, "Choose a shipping method."),
    gift: reader.flag("gift"),
    note: reader.optionalText("note", NOTE_CHARACTERS_MAX),
    cardNumber: reader.matching(
      "cardNumber",
      CARD_NUMBER,
      "Enter the 12 to 19 digits of the card.",
    ),
    cardExpiry: readExpiry(reader, now),
    cardSecurityCode: reader.matching(
      "cardSecurityCode",
      CARD_SECURITY_CODE,
      "Enter the 3 or 4 digits of the code.",
    ),
    lines: readLines(reader),
    totalCents: reader.wholeNumber("totalCents", Number.MAX_SAFE_INTEGER),
  });
}

function readExpiry(reader: FieldReader, now: Date): string {
  const expiry = reader.matching("cardExpiry", CARD_EXPIRY, "Enter month and year, such as 08/29.");
  const [, month, year] = CARD_EXPIRY.exec(expiry) ?? [];
  // Day 0 of the following month is the last day on which the card is good.
  const goodUntil = new Date(2000 + Number(year), Number(month), 0, 23, 59, 59);
  if (goodUntil < now) reader.reject("cardExpiry", "This card has expired.");
  return expiry;
}

function readLines(reader: FieldReader): OrderLineRequest[] {
  const lines: OrderLineRequest[] = [];
  for (const entry of reader.list("lines", ORDER_LINES_MAX)) {
    const line = createFieldReader(entry);
    const parsed = line.finish({
      productId: line.text("productId", "This is missing."),
      quantity: line.wholeNumber("quantity", QUANTITY_MAX),
    });
    if (parsed.ok && parsed.value.quantity > 0) lines.push(parsed.value);
    else
      reader.reject("lines", `Every entry needs a product and a quantity up to ${QUANTITY_MAX}.`);
  }
  return lines;
}
