import { useId } from "react";

interface FieldProps {
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly autoComplete: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note?: string;
  readonly minLength?: number;
  readonly invalid?: boolean;
  readonly autoFocus?: boolean;
}

/** A labelled, required line of a form. */
export function Field({
  label,
  note,
  onChange,
  invalid = false,
  type = "text",
  ...rest
}: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        type={type}
        required
        spellCheck={false}
        aria-invalid={invalid || undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {note ? <small id={`${id}-note`}>{note}</small> : null}
    </div>
  );
}
