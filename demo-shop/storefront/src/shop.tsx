import { Route, Switch } from "wouter";
import { AccountPage } from "./account/account-page.tsx";
import { CustomerProvider } from "./account/customer-context.tsx";
import { CartProvider } from "./cart/cart-context.tsx";
import { CartDrawer } from "./cart/cart-drawer.tsx";
import { CatalogPage } from "./catalog/catalog-page.tsx";
import { CheckoutPage } from "./checkout/checkout-page.tsx";
import { ConfirmationPage } from "./checkout/confirmation-page.tsx";
import { Footer } from "./layout/footer.tsx";
import { Header } from "./layout/header.tsx";
import { LostPage } from "./layout/lost-page.tsx";
import { useTopOfPage } from "./layout/use-top-of-page.ts";
import { ProductPage } from "./product/product-page.tsx";

/** The whole storefront: its frame, and the page that belongs to the address. */
export function Shop() {
  return (
    <CustomerProvider>
      <CartProvider>
        {/* First, so that it has closed and let go of the focus when a new page takes it. */}
        <CartDrawer />
        <Frame />
      </CartProvider>
    </CustomerProvider>
  );
}

function Frame() {
  useTopOfPage();
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Switch>
          <Route path="/" component={CatalogPage} />
          <Route path="/products/:id">{({ id }) => <ProductPage key={id} productId={id} />}</Route>
          <Route path="/checkout" component={CheckoutPage} />
          <Route path="/order-confirmed" component={ConfirmationPage} />
          <Route path="/account" component={AccountPage} />
          <Route component={LostPage} />
        </Switch>
      </main>
      <Footer />
    </>
  );
}
