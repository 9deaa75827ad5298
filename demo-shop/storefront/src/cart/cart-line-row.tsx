import { Link } from "wouter";
import { formatMoney } from "../format/money.ts";
import { ProductPicture } from "../pictures/product-picture.tsx";
import { QuantityStepper } from "../quantity/quantity-stepper.tsx";
import type { CartLine } from "./cart.ts";
import { useCart } from "./cart-context.tsx";

/** One product of the cart, whose quantity can be changed. */
export function CartLineRow({ line }: { line: CartLine }) {
  const { setQuantity, close } = useCart();
  const { productId, name, priceCents, quantity } = line;
  return (
    <li className="cart-line">
      <ProductPicture productId={productId} />
      <div className="cart-line-text">
        <Link href={`/products/${productId}`} onClick={close}>
          {name}
        </Link>
        <span className="cart-line-each">{formatMoney(priceCents)} each</span>
        <QuantityStepper
          label={`Quantity of ${name}`}
          quantity={quantity}
          onChange={(next) => setQuantity(productId, next)}
        />
      </div>
      <div className="cart-line-end">
        <strong>{formatMoney(priceCents * quantity)}</strong>
        <button
          type="button"
          className="text-button"
          aria-label={`Remove ${name}`}
          onClick={() => setQuantity(productId, 0)}
        >
          Remove
        </button>
      </div>
    </li>
  );
}
