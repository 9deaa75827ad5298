import type { Order } from "../../../contract/order.ts";
import { type OrdersAnswer, ordersAddress } from "../api/orders.ts";
import { useAnswer } from "../api/use-answer.ts";
import { formatDay } from "../format/day.ts";
import { formatMoney } from "../format/money.ts";
import { FaultNotice, Notice } from "../layout/notice.tsx";
import { ProductPicture } from "../pictures/product-picture.tsx";

/** What a customer has ordered so far, newest first. */
export function PastOrders({ email }: { email: string }) {
  const answered = useAnswer<OrdersAnswer>(ordersAddress(email));
  return (
    <section className="card past-orders" aria-labelledby="past-orders-title">
      <h2 id="past-orders-title">Past orders</h2>
      {answered.state === "loading" && <p role="status">Fetching your orders…</p>}
      {answered.state === "failed" && <FaultNotice {...answered} />}
      {answered.state === "ready" && <OrderList orders={answered.answer.orders} />}
    </section>
  );
}

function OrderList({ orders }: { orders: readonly Order[] }) {
  if (orders.length === 0) {
    return (
      <Notice pictureId="wrapped-parcel" title="No parcels yet">
        <p>What you order will be listed here.</p>
      </Notice>
    );
  }
  return (
    <ul>
      {orders.map((order) => (
        <li key={order.id}>
          <PastOrder order={order} />
        </li>
      ))}
    </ul>
  );
}

function PastOrder({ order }: { order: Order }) {
  return (
    <article className="past-order" aria-label={`Order ${order.id}`}>
      <header>
        <strong>{order.id}</strong>
        <span>{formatDay(order.placedAtMs)}</span>
        <span className="past-order-total">{formatMoney(order.quote.totalCents)}</span>
      </header>
      <ul aria-label="Products">
        {order.lines.map(({ productId, name, quantity }) => (
          <li key={productId}>
            <ProductPicture productId={productId} />
            {quantity > 1 ? `${name} × ${quantity}` : name}
          </li>
        ))}
      </ul>
      <p>
        To <span data-monitorme="mask">{`${order.address.name}, ${order.address.city}`}</span>
      </p>
    </article>
  );
}
