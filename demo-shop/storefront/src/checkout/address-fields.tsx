import { useId } from "react";
import { COUNTRIES } from "../../../contract/countries.ts";
import type { FieldErrors } from "../../../contract/field-reader.ts";
import { FieldError, TextField } from "../forms/text-field.tsx";

/** Where the order goes. */
export function AddressFields({ errors }: { errors: FieldErrors }) {
  return (
    <fieldset>
      <legend>Delivery address</legend>
      <TextField
        label="Street address"
        name="street"
        autoComplete="address-line1"
        error={errors.street}
      />
      <div className="field-row">
        <TextField
          className="field-narrow"
          label="Postal code"
          name="postalCode"
          autoComplete="postal-code"
          error={errors.postalCode}
        />
        <TextField label="City" name="city" autoComplete="address-level2" error={errors.city} />
      </div>
      <CountrySelect error={errors.country} />
    </fieldset>
  );
}

function CountrySelect({ error }: { error: string | undefined }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Country</label>
      <select
        id={id}
        name="country"
        autoComplete="country"
        defaultValue=""
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      >
        <option value="" disabled>
          Choose a country
        </option>
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
