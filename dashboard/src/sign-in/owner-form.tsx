import { useState } from "react";
import { isRefusal, refusedField } from "../api/request.ts";
import { createOwner } from "../api/sign-in.ts";
import { PASSWORD_LENGTH_MIN } from "../limits.ts";
import { Field } from "./field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { useEntry } from "./use-entry.ts";

/** The first run: whoever has the set-up token becomes the owner of this installation. */
export function OwnerForm() {
  const [setupToken, setSetupToken] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const entry = useEntry(() => createOwner(setupToken.trim(), email, password));
  const refused = refusedField(entry.error);

  return (
    <form onSubmit={entry.submit}>
      <h1>Create the owner</h1>
      <p className="muted">
        Nobody can sign in to this installation yet. The owner is created once, by whoever holds the
        set-up token:
      </p>
      <ul className="sign-in-sources">
        <li>
          <code>cargo xtask demo</code> prints it in its terminal.
        </li>
        <li>
          When deployed, it is the secret <code>SETUP_TOKEN</code> the edge was deployed with.
        </li>
      </ul>
      <FormFailure message={ownerFailure(entry.error)} />
      <Field
        label="Set-up token"
        autoComplete="off"
        value={setupToken}
        onChange={setSetupToken}
        invalid={isRefusal(entry.error, "wrong_setup_token") || refused === "setup_token"}
        autoFocus
      />
      <Field
        label="E-mail"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        invalid={refused === "email"}
      />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_LENGTH_MIN}
        note={`At least ${PASSWORD_LENGTH_MIN} characters. A sentence is easier to keep than a riddle.`}
        value={password}
        onChange={setPassword}
        invalid={refused === "password"}
      />
      <button type="submit" className="button button-primary" disabled={entry.isPending}>
        {entry.isPending ? "Creating the owner…" : "Create the owner"}
      </button>
    </form>
  );
}

function ownerFailure(error: Error | null): string | undefined {
  if (isRefusal(error, "wrong_setup_token")) {
    return "This is not the set-up token of this installation.";
  }
  return isRefusal(error, "owner_exists")
    ? "Somebody created the owner in the meantime. Load the page again to sign in."
    : error?.message;
}
