import "./account.css";
import { useCustomer } from "./customer-context.tsx";
import { PastOrders } from "./past-orders.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** A customer's own page, or the way to it. */
export function AccountPage() {
  const { customer, signOut } = useCustomer();
  return (
    <div className="page">
      <title>Your account · Thistle &amp; Tail</title>
      {customer === null ? (
        <SignInForm />
      ) : (
        <>
          <header className="account-header">
            <h1>Your account</h1>
            <p>
              Signed in as <strong data-monitorme="mask">{customer.email}</strong>
            </p>
            <button type="button" className="text-button" onClick={signOut}>
              Sign out
            </button>
          </header>
          <div className="account">
            <ProfileForm key={customer.email} customer={customer} />
            <PastOrders email={customer.email} />
          </div>
        </>
      )}
    </div>
  );
}
