import { useId } from "react";
import type { FieldErrors } from "../../../contract/field-reader.ts";
import { NOTE_CHARACTERS_MAX } from "../../../contract/limits.ts";
import { GIFT_WRAP_CENTS } from "../../../contract/price.ts";
import { formatMoney } from "../format/money.ts";
import { FieldError } from "../forms/text-field.tsx";

interface GiftFieldsProps {
  gift: boolean;
  onChange: (gift: boolean) => void;
  errors: FieldErrors;
}

/** Whether to wrap it, and what to write on the card or to tell the courier. */
export function GiftFields({ gift, onChange, errors }: GiftFieldsProps) {
  const noteId = useId();
  return (
    <fieldset>
      <legend>Extras</legend>
      <label className="choice">
        <input
          type="checkbox"
          name="gift"
          checked={gift}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className="choice-text">
          <strong>This is a gift</strong>
          <span>Paper, ribbon, and a handwritten card</span>
        </span>
        <span className="choice-price">{formatMoney(GIFT_WRAP_CENTS)}</span>
      </label>
      <div className="field">
        <label htmlFor={noteId}>{gift ? "Note for the card" : "Note for us"}</label>
        <textarea
          id={noteId}
          name="note"
          rows={3}
          maxLength={NOTE_CHARACTERS_MAX}
          placeholder={gift ? "Happy birthday, good dog." : "The doorbell is a dog."}
          aria-invalid={errors.note !== undefined}
          aria-describedby={errors.note === undefined ? undefined : `${noteId}-error`}
        />
        <FieldError id={`${noteId}-error`} error={errors.note} />
      </div>
    </fieldset>
  );
}
