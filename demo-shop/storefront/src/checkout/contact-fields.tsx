import type { FieldErrors } from "../../../contract/field-reader.ts";
import { useCustomer } from "../account/customer-context.tsx";
import { TextField } from "../forms/text-field.tsx";

/** Who orders. Customers who are signed in find it filled in. */
export function ContactFields({ errors }: { errors: FieldErrors }) {
  const { customer } = useCustomer();
  return (
    <fieldset>
      <legend>Contact</legend>
      <TextField
        label="Full name"
        name="name"
        autoComplete="name"
        defaultValue={customer?.name}
        error={errors.name}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={customer?.email}
        error={errors.email}
      />
    </fieldset>
  );
}
