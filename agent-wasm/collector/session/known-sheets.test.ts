import assert from "node:assert/strict";
import { test } from "node:test";

import { KNOWN_SHEETS_MS } from "../limits.ts";
import { openKnownSheets } from "./known-sheets.ts";
import { tolerantStorage } from "./storage.ts";

function storage() {
  return tolerantStorage(() => {
    throw new Error("denied");
  });
}

test("what the edge has is remembered from page to page", () => {
  const shared = storage();
  openKnownSheets(shared, "edge", () => 0).keep("aa bb");
  assert.equal(openKnownSheets(shared, "edge", () => 1).hashes(), "aa bb");
});

test("another edge or project is not believed to have it", () => {
  const shared = storage();
  openKnownSheets(shared, "edge", () => 0).keep("aa");
  assert.equal(openKnownSheets(shared, "other", () => 1).hashes(), "");
});

test("it is asked for again after a while, however often it was used", () => {
  const shared = storage();
  openKnownSheets(shared, "edge", () => 0).keep("aa");
  openKnownSheets(shared, "edge", () => KNOWN_SHEETS_MS - 1).keep("aa bb");
  assert.equal(openKnownSheets(shared, "edge", () => KNOWN_SHEETS_MS).hashes(), "");
});
