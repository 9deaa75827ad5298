import assert from "node:assert/strict";
import { test } from "node:test";
import { placeFromQuery, queryWithPlace } from "./place.ts";

test("a place survives the way through the address", () => {
  const place = { timeMs: 12_345, windowId: "b2c1" };
  assert.deepEqual(placeFromQuery(queryWithPlace("", place)), place);
});

test("without a place, or with one that makes no sense, a session starts at its beginning", () => {
  assert.deepEqual(placeFromQuery(""), { timeMs: 0, windowId: null });
  assert.equal(placeFromQuery("?t=soon").timeMs, 0);
  assert.equal(placeFromQuery("?t=-5").timeMs, 0);
  assert.equal(placeFromQuery("?t=Infinity").timeMs, 0);
});

test("other parameters of the address stay", () => {
  assert.equal(
    queryWithPlace("?from=mail&window=old", { timeMs: 2, windowId: null }),
    "?from=mail&t=2",
  );
});
