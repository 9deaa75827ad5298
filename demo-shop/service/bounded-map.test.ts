import assert from "node:assert/strict";
import { test } from "node:test";
import { createBoundedMap } from "./bounded-map.ts";

test("the oldest entry makes room and is named", () => {
  const forgotten: string[] = [];
  const map = createBoundedMap<number>(2, (key) => forgotten.push(key));
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  assert.deepEqual(forgotten, []);
  map.set("c", 4);
  assert.deepEqual(forgotten, ["a"]);
  assert.deepEqual([...map.values()], [2, 4]);
});
