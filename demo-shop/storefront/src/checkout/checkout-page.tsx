import { Link } from "wouter";
import { useCart } from "../cart/cart-context.tsx";
import { Notice } from "../layout/notice.tsx";
import "./checkout.css";
import { CheckoutForm } from "./checkout-form.tsx";

/** Where a cart becomes an order. */
export function CheckoutPage() {
  const { lines } = useCart();
  return (
    <div className="page">
      <title>Checkout · Thistle &amp; Tail</title>
      {lines.length === 0 ? (
        <Notice pictureId="sleepy-bed" title="There is nothing to check out">
          <p>Your cart is empty, and peacefully asleep.</p>
          <Link className="button" href="/">
            Look around
          </Link>
        </Notice>
      ) : (
        <>
          <h1>Checkout</h1>
          <CheckoutForm lines={lines} />
        </>
      )}
    </div>
  );
}
