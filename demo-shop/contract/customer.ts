import { createFieldReader, type Parsed } from "./field-reader.ts";
import { LINE_CHARACTERS_MAX } from "./limits.ts";

/** A person who signed in, and what they told the shop about themselves. */
export interface Customer {
  email: string;
  name: string;
  petName: string;
  newsletter: boolean;
}

/** Reads the body of a sign-in: an e-mail address is all it takes. */
export function parseSignIn(input: unknown): Parsed<{ email: string }> {
  const reader = createFieldReader(input);
  const email = reader.email("email", "Enter your e-mail address.");
  return reader.finish({ email });
}

/** Reads a profile as its form sends it. */
export function parseCustomer(input: unknown): Parsed<Customer> {
  const reader = createFieldReader(input);
  return reader.finish({
    email: reader.email("email", "Sign in first."),
    name: reader.optionalText("name", LINE_CHARACTERS_MAX),
    petName: reader.optionalText("petName", LINE_CHARACTERS_MAX),
    newsletter: reader.flag("newsletter"),
  });
}
