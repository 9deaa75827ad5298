import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { type Customer, parseCustomer } from "../../../contract/customer.ts";
import * as customers from "../api/customers.ts";
import { identifyCustomer } from "../monitorme.ts";
import { readStored, store } from "../stored-value.ts";

/** The signed-in customer, as every part of the shop sees them. */
export interface Customership {
  /** Null while nobody is signed in. */
  customer: Customer | null;
  /** Throws a `ShopFault`. */
  signIn: (email: string) => Promise<void>;
  /** Throws a `ShopFault`. */
  saveProfile: (profile: Customer) => Promise<void>;
  signOut: () => void;
}

const STORAGE_KEY = "thistle-and-tail.customer";
const CustomerContext = createContext<Customership | null>(null);

/** Remembers on this device who is signed in. */
export function CustomerProvider({ children }: { children: ReactNode }) {
  const [customer, setCustomer] = useState(readCustomer);
  const email = customer?.email;

  useEffect(() => store(STORAGE_KEY, customer), [customer]);
  useEffect(() => {
    if (email !== undefined) identifyCustomer(email);
  }, [email]);

  const customership = useMemo<Customership>(
    () => ({
      customer,
      signIn: async (enteredEmail) => setCustomer(await customers.signIn(enteredEmail)),
      saveProfile: async (profile) => setCustomer(await customers.saveProfile(profile)),
      signOut: () => setCustomer(null),
    }),
    [customer],
  );
  return <CustomerContext value={customership}>{children}</CustomerContext>;
}

/** The customer of this visit. */
export function useCustomer(): Customership {
  const customership = use(CustomerContext);
  if (customership === null) throw new Error("useCustomer needs a CustomerProvider around it.");
  return customership;
}

function readCustomer(): Customer | null {
  const parsed = parseCustomer(readStored(STORAGE_KEY));
  return parsed.ok ? parsed.value : null;
}
