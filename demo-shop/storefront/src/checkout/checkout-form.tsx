import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { FieldErrors } from "../../../contract/field-reader.ts";
import type { Order, OrderRequest } from "../../../contract/order.ts";
import { quoteOrder } from "../../../contract/price.ts";
import type { ShippingMethodId } from "../../../contract/shipping.ts";
import { placeOrder } from "../api/orders.ts";
import { asShopFault } from "../api/request.ts";
import type { CartLine } from "../cart/cart.ts";
import { useCart } from "../cart/cart-context.tsx";
import { focusFirstError } from "../forms/focus-first-error.ts";
import { identifyCustomer, recordPurchase } from "../monitorme.ts";
import { AddressFields } from "./address-fields.tsx";
import { CardFields } from "./card-fields.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { GiftFields } from "./gift-fields.tsx";
import { OrderSummary } from "./order-summary.tsx";
import { readOrderForm } from "./read-order-form.ts";
import { ShippingFields } from "./shipping-fields.tsx";

/** The form of the checkout, next to what it will cost. */
export function CheckoutForm({ lines }: { lines: readonly CartLine[] }) {
  const [, navigate] = useLocation();
  const { empty } = useCart();
  const [shipping, setShipping] = useState<ShippingMethodId>("standard");
  const [gift, setGift] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [fault, setFault] = useState<string | null>(null);
  const [isPlacing, setPlacing] = useState(false);
  const quote = quoteOrder({ lines, shipping, gift });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const parsed = readOrderForm(form, lines, quote.totalCents);
    setFault(null);
    setErrors(parsed.ok ? {} : parsed.errors);
    if (parsed.ok) void place(parsed.value);
    else focusFirstError(form, parsed.errors);
  }

  async function place(request: OrderRequest) {
    setPlacing(true);
    try {
      celebrate(await placeOrder(request));
    } catch (reason) {
      const { message, fields } = asShopFault(reason);
      setFault(message);
      setErrors(fields);
      setPlacing(false);
    }
  }

  function celebrate(order: Order) {
    navigate("/order-confirmed", { state: order });
    empty();
    identifyCustomer(order.email);
    recordPurchase(order);
  }

  function forgive(event: FormEvent<HTMLFormElement>) {
    const { name } = event.target as HTMLInputElement;
    if (name in errors) setErrors(({ [name]: _forgiven, ...others }) => others);
  }

  return (
    <form className="checkout" aria-label="Checkout" noValidate onSubmit={submit} onInput={forgive}>
      <div className="checkout-fields">
        <ContactFields errors={errors} />
        <AddressFields errors={errors} />
        <ShippingFields itemsCents={quote.itemsCents} value={shipping} onChange={setShipping} />
        <GiftFields gift={gift} onChange={setGift} errors={errors} />
        <CardFields errors={errors} />
      </div>
      <OrderSummary lines={lines} quote={quote}>
        {fault !== null && (
          <p className="form-fault" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" className="button button-wide" disabled={isPlacing}>
          {isPlacing ? "Placing your order…" : "Place order"}
        </button>
        <p className="checkout-small">Nothing is charged: this is a demonstration shop.</p>
      </OrderSummary>
    </form>
  );
}
