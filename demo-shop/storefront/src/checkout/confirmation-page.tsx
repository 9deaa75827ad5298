import { Link } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { countryName } from "../../../contract/countries.ts";
import type { Address, Order } from "../../../contract/order.ts";
import { shippingMethodName } from "../../../contract/shipping.ts";
import { CheckIcon } from "../layout/icons.tsx";
import { Notice } from "../layout/notice.tsx";
import "./checkout.css";
import { OrderSummary } from "./order-summary.tsx";

/** Thanks a customer for the order that the checkout left in the browser's history. */
export function ConfirmationPage() {
  const order = useHistoryState<Order | null>();
  return (
    <div className="page">
      <title>Thank you · Thistle &amp; Tail</title>
      {order?.id === undefined ? <OrderElsewhere /> : <Confirmation order={order} />}
    </div>
  );
}

function OrderElsewhere() {
  return (
    <Notice pictureId="hedgehog-plush" title="No order to show here">
      <p>Your orders wait for you in your account.</p>
      <Link className="button" href="/account">
        Go to your account
      </Link>
    </Notice>
  );
}

function Confirmation({ order }: { order: Order }) {
  return (
    <>
      <header className="confirmation-header">
        <span className="confirmation-mark">
          <CheckIcon />
        </span>
        <h1>Thank you, your order is placed</h1>
        <p>
          Order <strong>{order.id}</strong>. Somebody at your place is going to be very happy.
        </p>
      </header>
      <div className="confirmation">
        <div className="confirmation-facts">
          <section aria-labelledby="delivery-title">
            <h2 id="delivery-title">It goes to</h2>
            <MaskedAddress address={order.address} />
          </section>
          <section aria-labelledby="shipping-title">
            <h2 id="shipping-title">It travels by</h2>
            <p>{shippingMethodName(order.shipping)}</p>
            {order.gift && <p>Wrapped as a gift</p>}
          </section>
          <section aria-labelledby="payment-title">
            <h2 id="payment-title">It is paid with</h2>
            <p>
              Card ending in <span data-monitorme="mask">{order.cardLastDigits}</span>
            </p>
          </section>
          <Link className="button" href="/">
            Continue shopping
          </Link>
        </div>
        <OrderSummary lines={order.lines} quote={order.quote} />
      </div>
    </>
  );
}

/** An address that no recording shows. */
function MaskedAddress({ address }: { address: Address }) {
  return (
    <address data-monitorme="mask">
      {address.name}
      <br />
      {address.street}
      <br />
      {address.postalCode} {address.city}
      <br />
      {countryName(address.country)}
    </address>
  );
}
