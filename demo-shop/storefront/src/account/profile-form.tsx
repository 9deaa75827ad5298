import { type FormEvent, useState } from "react";
import type { Customer } from "../../../contract/customer.ts";
import type { FieldErrors } from "../../../contract/field-reader.ts";
import { asShopFault } from "../api/request.ts";
import { TextField } from "../forms/text-field.tsx";
import { useCustomer } from "./customer-context.tsx";

type Outcome = { kind: "none" } | { kind: "saved" } | { kind: "failed"; message: string };

/** What a customer tells the shop about themselves. */
export function ProfileForm({ customer }: { customer: Customer }) {
  const { saveProfile } = useCustomer();
  const [profile, setProfile] = useState(customer);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });

  function change(changes: Partial<Customer>) {
    setProfile({ ...profile, ...changes });
    setOutcome({ kind: "none" });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      await saveProfile(profile);
      setErrors({});
      setOutcome({ kind: "saved" });
    } catch (reason) {
      const { message, fields } = asShopFault(reason);
      setErrors(fields);
      setOutcome({ kind: "failed", message });
    }
  }

  return (
    <form className="card" aria-labelledby="profile-title" noValidate onSubmit={submit}>
      <h2 id="profile-title">Profile</h2>
      <TextField
        label="Full name"
        name="name"
        autoComplete="name"
        value={profile.name}
        error={errors.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label="Your pet’s name"
        name="petName"
        value={profile.petName}
        error={errors.petName}
        onChange={(event) => change({ petName: event.target.value })}
      />
      <label className="choice">
        <input
          type="checkbox"
          name="newsletter"
          checked={profile.newsletter}
          onChange={(event) => change({ newsletter: event.target.checked })}
        />
        <span className="choice-text">
          <strong>Send me the Heather Lane letter</strong>
          <span>Once a month, with pictures</span>
        </span>
      </label>
      <button type="submit" className="button">
        Save profile
      </button>
      <p className="form-outcome" role="status">
        {outcome.kind === "saved" && "Saved."}
        {outcome.kind === "failed" && outcome.message}
      </p>
    </form>
  );
}
