import type { Customer } from "../../../contract/customer.ts";
import { sendJson } from "./request.ts";

/** Signs in with an e-mail address. Throws a `ShopFault`. */
export async function signIn(email: string): Promise<Customer> {
  const { customer } = await sendJson<{ customer: Customer }>("POST", "/api/sign-in", { email });
  return customer;
}

/** Saves a profile. Throws a `ShopFault`. */
export async function saveProfile(profile: Customer): Promise<Customer> {
  const { customer } = await sendJson<{ customer: Customer }>("PUT", "/api/profile", profile);
  return customer;
}
