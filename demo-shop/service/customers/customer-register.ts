import type { Customer } from "../../contract/customer.ts";
import { createBoundedMap } from "../bounded-map.ts";
import { CUSTOMERS_MAX } from "../limits.ts";
import type { Log } from "../log.ts";

/** The customers who signed in since the service started. */
export interface CustomerRegister {
  /** The customer with this e-mail address, who becomes one with their first sign-in. */
  signIn(email: string): Customer;
  save(customer: Customer): void;
}

/** Creates an empty register that keeps the newest `CUSTOMERS_MAX` customers. */
export function createCustomerRegister(log: Log): CustomerRegister {
  const customers = createBoundedMap<Customer>(CUSTOMERS_MAX, () =>
    log("info", "customer forgotten", { reason: "customers_max" }),
  );
  return {
    save: (customer) => customers.set(customer.email, customer),
    signIn(email) {
      const customer = customers.get(email) ?? createCustomer(email);
      customers.set(email, customer);
      return customer;
    },
  };
}

function createCustomer(email: string): Customer {
  return { email, name: "", petName: "", newsletter: false };
}
