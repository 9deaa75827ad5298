import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { quoteOrder } from "../../../contract/price.ts";
import { SHIPPING_METHODS } from "../../../contract/shipping.ts";
import { formatCount } from "../format/count.ts";
import { formatMoney } from "../format/money.ts";
import { CloseIcon } from "../layout/icons.tsx";
import { Notice } from "../layout/notice.tsx";
import { useCart } from "./cart-context.tsx";
import "./cart.css";
import { CartLineRow } from "./cart-line-row.tsx";

/** The cart, sliding in from the side. */
export function CartDrawer() {
  const { lines, pieces, isOpen, close } = useCart();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  return (
    <dialog ref={dialog} className="cart-drawer" aria-labelledby="cart-title" onClose={close}>
      <div className="cart-drawer-panel">
        <header className="cart-drawer-header">
          <h2 id="cart-title">Your cart</h2>
          {pieces > 0 && <span className="cart-drawer-count">{formatCount(pieces, "piece")}</span>}
          <button type="button" className="icon-button" aria-label="Close cart" onClick={close}>
            <CloseIcon />
          </button>
        </header>
        {lines.length === 0 ? <EmptyCart /> : <FilledCart />}
      </div>
      <button
        type="button"
        className="cart-drawer-scrim"
        tabIndex={-1}
        aria-hidden="true"
        onClick={close}
      />
    </dialog>
  );
}

function EmptyCart() {
  const { close } = useCart();
  return (
    <Notice pictureId="sleepy-bed" title="Your cart is taking a nap">
      <p>Put something in it and it will wake up.</p>
      <Link className="button" href="/" onClick={close}>
        Look around
      </Link>
    </Notice>
  );
}

function FilledCart() {
  const { lines, close } = useCart();
  const { itemsCents } = quoteOrder({ lines, shipping: "collect", gift: false });
  return (
    <>
      <ul className="cart-lines" aria-label="Products in your cart">
        {lines.map((line) => (
          <CartLineRow key={line.productId} line={line} />
        ))}
      </ul>
      <footer className="cart-drawer-footer">
        <FreeShipping itemsCents={itemsCents} />
        <p className="cart-subtotal">
          <span>Subtotal</span>
          <strong>{formatMoney(itemsCents)}</strong>
        </p>
        <Link className="button button-wide" href="/checkout" onClick={close}>
          Checkout
        </Link>
        <button type="button" className="text-button" onClick={close}>
          Continue shopping
        </button>
      </footer>
    </>
  );
}

function FreeShipping({ itemsCents }: { itemsCents: number }) {
  const [{ freeFromCents }] = SHIPPING_METHODS;
  const missingCents = Math.max(0, freeFromCents - itemsCents);
  const message =
    missingCents === 0
      ? "Standard shipping is on us."
      : `${formatMoney(missingCents)} more and standard shipping is free.`;
  return (
    <div className="free-shipping">
      <p>{message}</p>
      <progress value={freeFromCents - missingCents} max={freeFromCents} aria-label={message} />
    </div>
  );
}
