import type { FormEvent } from "react";
import type { FieldErrors } from "../../../contract/field-reader.ts";
import { TextField } from "../forms/text-field.tsx";
import { formatCardExpiry, formatCardNumber } from "./card-format.ts";

/** What would be charged, were this not a demonstration. */
export function CardFields({ errors }: { errors: FieldErrors }) {
  return (
    <fieldset>
      <legend>Payment</legend>
      <TextField
        label="Card number"
        name="cardNumber"
        inputMode="numeric"
        autoComplete="cc-number"
        placeholder="Any sixteen digits will do"
        error={errors.cardNumber}
        onInput={(event) => rewrite(event, formatCardNumber)}
      />
      <div className="field-row">
        <TextField
          label="Expiry date"
          name="cardExpiry"
          inputMode="numeric"
          autoComplete="cc-exp"
          placeholder="MM/YY"
          error={errors.cardExpiry}
          onInput={(event) => rewrite(event, formatCardExpiry)}
        />
        <TextField
          label="Security code"
          name="cardSecurityCode"
          inputMode="numeric"
          autoComplete="cc-csc"
          placeholder="Three or four digits"
          maxLength={4}
          error={errors.cardSecurityCode}
        />
      </div>
    </fieldset>
  );
}

// Only at the end of the text: elsewhere the cursor would jump away from what is being corrected.
function rewrite(event: FormEvent<HTMLInputElement>, format: (typed: string) => string): void {
  const input = event.currentTarget;
  if (input.selectionStart === input.value.length) input.value = format(input.value);
}
