import { useState } from "react";
import type { Availability, Product } from "../../../contract/product.ts";
import { useCart } from "../cart/cart-context.tsx";
import { formatMoney } from "../format/money.ts";
import { QuantityStepper } from "../quantity/quantity-stepper.tsx";

const AVAILABILITY_TEXTS: Readonly<Record<Availability, string>> = {
  in_stock: "In stock, ships today",
  few_left: "Only a few left",
  sold_out: "Sold out, back in spring",
};

/** Price, quantity, and the button. */
export function Purchase({ product }: { product: Product }) {
  const { add } = useCart();
  const [quantity, setQuantity] = useState(1);
  return (
    <div className="purchase">
      <p className="purchase-price">
        <strong className="price">{formatMoney(product.priceCents)}</strong>
        <span className="availability" data-availability={product.availability}>
          {AVAILABILITY_TEXTS[product.availability]}
        </span>
      </p>
      <div className="purchase-actions">
        <QuantityStepper label="Quantity" quantity={quantity} onChange={setQuantity} />
        <button
          type="button"
          className="button"
          disabled={product.availability === "sold_out"}
          onClick={() => add(product, quantity)}
        >
          Add to cart
        </button>
      </div>
    </div>
  );
}
