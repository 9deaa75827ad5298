import assert from "node:assert/strict";
import { test } from "node:test";
import { readNetwork } from "./network-options.ts";
import type { NetworkOptions } from "./recorder-api.ts";

test("nothing of requests and answers is asked for unless it is listed", () => {
  assert.equal(readNetwork(), null);
  assert.equal(readNetwork({ headers: [], hideFields: ["name"] }), null);
  assert.deepEqual(readNetwork({ headers: ["X-Request-Id"], bodies: ["/api/*"] }), {
    headers: ["x-request-id"],
    bodies: ["/api/*"],
  });
  const whole = ["https://pay.example/v1/*", "http://localhost:8080/a"];
  assert.deepEqual(readNetwork({ bodies: whole })?.bodies, whole);
});

test("what is not valid is named", () => {
  for (const [network, message] of [
    [{ bodies: ["api/*"] }, /network\.bodies` holds "api\/\*"/],
    [{ bodies: ["/api?x=1"] }, /network\.bodies/],
    [{ bodies: ["*"] }, /network\.bodies/],
    [{ bodies: "/api" }, /network\.bodies` must be an array/],
    [{ header: ["a"] }, /network\.header` does not exist/],
    [[""], /network\.0` does not exist/],
    [true, /network` must be an object/],
  ] as const) {
    assert.throws(() => readNetwork(network as NetworkOptions), { name: "TypeError", message });
  }
});
