import {
  SHIPPING_METHODS,
  type ShippingMethodId,
  shippingPriceCents,
} from "../../../contract/shipping.ts";
import { formatMoney } from "../format/money.ts";

interface ShippingFieldsProps {
  itemsCents: number;
  value: ShippingMethodId;
  onChange: (value: ShippingMethodId) => void;
}

/** How the order gets there. */
export function ShippingFields({ itemsCents, value, onChange }: ShippingFieldsProps) {
  return (
    <fieldset>
      <legend>Shipping</legend>
      {SHIPPING_METHODS.map(({ id, name, promise }) => (
        <label key={id} className="choice">
          <input
            type="radio"
            name="shipping"
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          <span className="choice-text">
            <strong>{name}</strong>
            <span>{promise}</span>
          </span>
          <span className="choice-price">{priceText(shippingPriceCents(id, itemsCents))}</span>
        </label>
      ))}
    </fieldset>
  );
}

function priceText(cents: number): string {
  return cents === 0 ? "Free" : formatMoney(cents);
}
