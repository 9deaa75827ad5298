import { Link } from "wouter";
import { useCustomer } from "../account/customer-context.tsx";
import { useCart } from "../cart/cart-context.tsx";
import { formatCount } from "../format/count.ts";
import { SearchBox } from "../search/search-box.tsx";
import "./header.css";
import { BasketIcon, PersonIcon } from "./icons.tsx";
import { Logo } from "./logo.tsx";

/** The top of every page: brand, search, account, and cart. */
export function Header() {
  return (
    <>
      <p className="announcement">
        Free standard shipping from $60
        <span className="announcement-more"> · Ordered by three, packed by four</span>
      </p>
      <header className="header">
        <div className="header-inner">
          <Link href="/" className="header-home" aria-label="Thistle & Tail, home">
            <Logo />
          </Link>
          <SearchBox />
          <nav className="header-actions" aria-label="Your things">
            <AccountLink />
            <CartButton />
          </nav>
        </div>
      </header>
    </>
  );
}

function AccountLink() {
  const { customer } = useCustomer();
  return (
    <Link href="/account" className="header-action">
      <PersonIcon />
      <span className="header-action-text">{customer === null ? "Sign in" : "Account"}</span>
    </Link>
  );
}

function CartButton() {
  const { pieces, open } = useCart();
  return (
    <button
      type="button"
      className="header-action"
      aria-label={`Cart, ${formatCount(pieces, "piece")}`}
      onClick={open}
    >
      <BasketIcon />
      <span className="header-action-text">Cart</span>
      {pieces > 0 && (
        <span key={pieces} className="cart-badge">
          {pieces}
        </span>
      )}
    </button>
  );
}
