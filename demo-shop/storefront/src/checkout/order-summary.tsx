import type { ReactNode } from "react";
import type { OrderLine } from "../../../contract/order.ts";
import type { Quote } from "../../../contract/price.ts";
import { formatMoney } from "../format/money.ts";
import { ProductPicture } from "../pictures/product-picture.tsx";
import "./order-summary.css";

interface OrderSummaryProps {
  lines: readonly OrderLine[];
  quote: Quote;
  children?: ReactNode;
}

/** What is in an order and what it costs. */
export function OrderSummary({ lines, quote, children }: OrderSummaryProps) {
  return (
    <section className="order-summary" aria-labelledby="order-summary-title">
      <h2 id="order-summary-title">Your order</h2>
      <ul className="order-summary-lines">
        {lines.map(({ productId, name, priceCents, quantity }) => (
          <li key={productId}>
            <ProductPicture productId={productId} />
            <span>
              {name}
              {quantity > 1 && <span className="order-summary-quantity"> × {quantity}</span>}
            </span>
            <span>{formatMoney(priceCents * quantity)}</span>
          </li>
        ))}
      </ul>
      <dl className="order-summary-costs">
        <Cost name="Items" cents={quote.itemsCents} />
        <Cost name="Shipping" cents={quote.shippingCents} />
        {quote.giftCents > 0 && <Cost name="Gift wrap" cents={quote.giftCents} />}
        <Cost name="Total" cents={quote.totalCents} />
      </dl>
      {children}
    </section>
  );
}

function Cost({ name, cents }: { name: string; cents: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{cents === 0 ? "Free" : formatMoney(cents)}</dd>
    </div>
  );
}
