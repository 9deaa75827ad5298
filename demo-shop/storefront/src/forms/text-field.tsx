import { type ComponentProps, useId } from "react";
import "./forms.css";

interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  name: string;
  error?: string | undefined;
}

/** A one-line field with its label, and with what is wrong about it. */
export function TextField({ label, error, className = "", ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

interface FieldErrorProps {
  id: string;
  error: string | undefined;
}

/** The sentence below a field that needs another look. */
export function FieldError({ id, error }: FieldErrorProps) {
  if (error === undefined) return null;
  return (
    <p className="field-error" id={id}>
      {error}
    </p>
  );
}
