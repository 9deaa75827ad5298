import assert from "node:assert/strict";
import { test } from "node:test";
import { sendToShop } from "../call-shop.ts";
import { openTestShop } from "../test-shop.ts";

test("a profile that was saved is there at the next sign-in", async (context) => {
  const { url } = await openTestShop(context);
  const first = await sendToShop("POST", `${url}/api/sign-in`, { email: "Ada@Example.com" });
  assert.equal(first.status, 200);
  assert.equal(first.body.customer.email, "ada@example.com");
  const profile = { ...first.body.customer, name: "Ada", petName: "Biscuit", newsletter: true };
  assert.equal((await sendToShop("PUT", `${url}/api/profile`, profile)).status, 200);
  const second = await sendToShop("POST", `${url}/api/sign-in`, { email: "ada@example.com" });
  assert.deepEqual(second.body.customer, profile);
});

test("signing in needs an e-mail address", async (context) => {
  const { url } = await openTestShop(context);
  const { status, body } = await sendToShop("POST", `${url}/api/sign-in`, { email: "ada" });
  assert.equal(status, 422);
  assert.deepEqual(Object.keys(body.error.fields ?? {}), ["email"]);
});
