import assert from "node:assert/strict";
import { test } from "node:test";

import { randomId } from "./random-id.ts";
import { tolerantStorage } from "./storage.ts";
import { takeWindowId } from "./window-id.ts";

/** The storage of a tab, which the browser copies when the tab is duplicated. */
function tab(values = new Map<string, string>()) {
  const storage = tolerantStorage(() => ({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
    removeItem: (key) => values.delete(key),
  }));
  return {
    duplicate: () => tab(new Map(values)),
    open: (ownId?: string) =>
      takeWindowId(storage, "project", () => randomId(globalThis.crypto), ownId),
  };
}

test("the next page in a tab has the same id", () => {
  const { open } = tab();
  const first = open();
  first.putBack();
  assert.equal(open().id, first.id);
});

test("a duplicated tab has an id of its own", () => {
  const original = tab();
  const page = original.open();
  const copy = original.duplicate();
  assert.notEqual(copy.open().id, page.id);
});

test("a page that comes back keeps its id", () => {
  const original = tab();
  const { id } = original.open();
  assert.equal(original.open(id).id, id);
});
