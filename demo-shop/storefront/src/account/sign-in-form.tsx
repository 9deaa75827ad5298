import { type FormEvent, useState } from "react";
import { asShopFault } from "../api/request.ts";
import { TextField } from "../forms/text-field.tsx";
import { ProductPicture } from "../pictures/product-picture.tsx";
import { useCustomer } from "./customer-context.tsx";

/** Asks for an e-mail address: in this shop, that is all it takes. */
export function SignInForm() {
  const { signIn } = useCustomer();
  const [error, setError] = useState<string>();
  const [isWaiting, setWaiting] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = new FormData(event.currentTarget).get("email");
    setWaiting(true);
    try {
      await signIn(String(email));
    } catch (reason) {
      const { message, fields } = asShopFault(reason);
      setError(fields.email ?? message);
      setWaiting(false);
    }
  }

  return (
    <form className="card sign-in" noValidate onSubmit={submit}>
      <ProductPicture productId="nest-box" />
      <h1>Welcome home</h1>
      <p>Sign in to see your orders and to tell us who you shop for.</p>
      <TextField label="E-mail" name="email" type="email" autoComplete="email" error={error} />
      <button type="submit" className="button button-wide" disabled={isWaiting}>
        Sign in
      </button>
    </form>
  );
}
