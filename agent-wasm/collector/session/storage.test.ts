import assert from "node:assert/strict";
import { test } from "node:test";

import { tolerantStorage } from "./storage.ts";

test("a storage that is full keeps values for the page", () => {
  const storage = tolerantStorage(() => ({
    getItem: () => "old",
    setItem() {
      throw new Error("quota exceeded");
    },
    removeItem() {},
  }));
  assert.equal(storage.getItem("key"), "old");
  storage.setItem("key", "new");
  assert.equal(storage.getItem("key"), "new");
});

test("a storage that is denied keeps values for the page", () => {
  const storage = tolerantStorage(() => {
    throw new Error("denied");
  });
  assert.equal(storage.getItem("key"), null);
  storage.setItem("key", "value");
  assert.equal(storage.getItem("key"), "value");
  storage.removeItem("key");
  assert.equal(storage.getItem("key"), null);
});
