import { useState } from "react";
import { isRefusal } from "../api/request.ts";
import { signIn } from "../api/sign-in.ts";
import { Field } from "./field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { useEntry } from "./use-entry.ts";

/** E-mail and password of the owner. */
export function SignInForm() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const entry = useEntry(() => signIn(email, password));

  return (
    <form onSubmit={entry.submit}>
      <h1>Sign in</h1>
      <FormFailure message={signInFailure(entry.error)} />
      <Field
        label="E-mail"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        autoFocus
      />
      <Field
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <button type="submit" className="button button-primary" disabled={entry.isPending}>
        {entry.isPending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}

function signInFailure(error: Error | null): string | undefined {
  return isRefusal(error, "wrong_credentials")
    ? "No owner has this e-mail address and password."
    : error?.message;
}
