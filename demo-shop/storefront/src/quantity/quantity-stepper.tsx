import { QUANTITY_MAX } from "../../../contract/limits.ts";
import "./quantity.css";

interface QuantityStepperProps {
  label: string;
  quantity: number;
  onChange: (quantity: number) => void;
}

/** A quantity from 1 to `QUANTITY_MAX`, by buttons or by typing. */
export function QuantityStepper({ label, quantity, onChange }: QuantityStepperProps) {
  return (
    <div className="quantity-stepper">
      <button
        type="button"
        aria-label={`Decrease ${lowerFirst(label)}`}
        disabled={quantity <= 1}
        onClick={() => onChange(quantity - 1)}
      >
        −
      </button>
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        min={1}
        max={QUANTITY_MAX}
        value={quantity}
        onChange={(event) => {
          const typed = event.target.valueAsNumber;
          if (typed >= 1) onChange(Math.min(Math.trunc(typed), QUANTITY_MAX));
        }}
      />
      <button
        type="button"
        aria-label={`Increase ${lowerFirst(label)}`}
        disabled={quantity >= QUANTITY_MAX}
        onClick={() => onChange(quantity + 1)}
      >
        +
      </button>
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
