import assert from "node:assert/strict";
import { test } from "node:test";
import { callShop } from "../call-shop.ts";
import { BODY_BYTES_MAX } from "../limits.ts";
import { openTestShop } from "../test-shop.ts";

const JSON_HEADERS = { "content-type": "application/json" };

async function refusalOf(address: string, request: RequestInit): Promise<[number, string]> {
  const { status, body } = await callShop(address, request);
  return [status, body.error.code];
}

test("the health check answers", async (context) => {
  const { url } = await openTestShop(context);
  const response = await fetch(`${url}/healthz`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: "ok" });
});

test("unknown addresses and methods are refused with JSON", async (context) => {
  const { url } = await openTestShop(context);
  assert.deepEqual(await refusalOf(`${url}/api/unicorns`, {}), [404, "not_found"]);
  const wrongMethod = await fetch(`${url}/api/orders`, { method: "DELETE" });
  assert.equal(wrongMethod.status, 405);
  assert.equal(wrongMethod.headers.get("allow"), "POST, GET");
});

test("bodies that are no JSON are refused", async (context) => {
  const { url } = await openTestShop(context);
  const broken = { method: "POST", headers: JSON_HEADERS, body: "{" };
  assert.deepEqual(await refusalOf(`${url}/api/sign-in`, broken), [400, "invalid_json"]);
  const form = { method: "POST", body: "email=ada@example.com" };
  const refused = [415, "unsupported_content_type"];
  assert.deepEqual(await refusalOf(`${url}/api/sign-in`, form), refused);
});

test("bodies beyond the limit are refused, whether or not they tell their size", async (context) => {
  const { url } = await openTestShop(context);
  const body = JSON.stringify({ email: "a".repeat(BODY_BYTES_MAX) });
  const sized = { method: "POST", headers: JSON_HEADERS, body };
  const unsized = { ...sized, body: new Blob([body]).stream(), duplex: "half" as const };
  const refused = [413, "body_too_large"];
  assert.deepEqual(await refusalOf(`${url}/api/sign-in`, sized), refused);
  assert.deepEqual(await refusalOf(`${url}/api/sign-in`, unsized), refused);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test("every request is logged with the session it belongs to, but without its query", async (context) => {
  const { url, log } = await openTestShop(context);
  const session = "0199f3a2-0000-7000-8000-000000000001";
  const headers = { "x-monitorme-session-id": session };
  await (await fetch(`${url}/api/orders?email=ada@example.com`, { headers })).text();
  await (await fetch(`${url}/healthz`)).text();
  const logged = log.map(({ path, status, session_id }) => ({ path, status, session_id }));
  assert.deepEqual(logged, [
    { path: "/api/orders", status: 200, session_id: session },
    { path: "/healthz", status: 200, session_id: null },
  ]);
});
