import { type FormEvent, useState } from "react";

import {
  COLORS,
  DELIVERIES,
  EMPTY_ORDER,
  mistakesOf,
  type Order,
  summaryOf,
} from "../shared/order.ts";

export function OrderPage() {
  const [order, setOrder] = useState(EMPTY_ORDER);
  const [mistakes, setMistakes] = useState<readonly string[]>([]);
  const [confirmed, setConfirmed] = useState("");
  const change = (part: Partial<Order>) => setOrder((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(order);
    setMistakes(found);
    setConfirmed(found.length === 0 ? summaryOf(order) : "");
  };
  const reset = () => {
    setOrder(EMPTY_ORDER);
    setMistakes([]);
  };
  return (
    <>
      <h1>Order</h1>
      <form onSubmit={submit} onReset={reset} noValidate>
        <label>
          Customer
          <input
            value={order.customer}
            aria-invalid={mistakes.length > 0}
            onChange={({ target }) => change({ customer: target.value })}
          />
        </label>
        <label>
          Pieces
          <input
            type="number"
            value={order.pieces}
            onChange={({ target }) => change({ pieces: target.valueAsNumber || 0 })}
          />
        </label>
        <label>
          Colors
          <select
            multiple
            value={[...order.colors]}
            onChange={({ target }) =>
              change({ colors: [...target.selectedOptions].map(({ value }) => value) })
            }
          >
            {COLORS.map((color) => (
              <option key={color}>{color}</option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>Delivery</legend>
          {DELIVERIES.map((delivery) => (
            <label key={delivery}>
              <input
                type="radio"
                name="delivery"
                checked={order.delivery === delivery}
                onChange={() => change({ delivery })}
              />
              {delivery}
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={order.isGift}
            onChange={({ target }) => change({ isGift: target.checked })}
          />
          It is a gift
        </label>
        {order.isGift && (
          <label>
            Greeting
            <textarea
              value={order.greeting}
              onChange={({ target }) => change({ greeting: target.value })}
            />
          </label>
        )}
        {mistakes.length > 0 && (
          <ul className="mistakes">
            {mistakes.map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        )}
        <p>
          <button type="submit">Order</button>
          <button type="reset">Start again</button>
        </p>
      </form>
      {confirmed && <p role="status">{confirmed}</p>}
    </>
  );
}
