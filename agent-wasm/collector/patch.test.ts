import assert from "node:assert/strict";
import { test } from "node:test";

import { patchAccessor, patchConstructor, patchMethod } from "./patch.ts";

class Counter {
  count = 0;

  add(by: number): number {
    this.count += by;
    return this.count;
  }
}

test("a patched method looks and works as before", () => {
  const owner = { parse: Number.parseInt };
  const stop = patchMethod(owner, "parse", (_target, values, call) => call(values));
  assert.notEqual(owner.parse, Number.parseInt);
  assert.equal(owner.parse("12", 10), 12);
  assert.deepEqual([owner.parse.name, owner.parse.length], ["parseInt", 2]);
  assert.match(Function.prototype.toString.call(owner.parse), /\[native code\]/);
  stop();
  assert.equal(owner.parse, Number.parseInt);
});

test("the replacement sees the target and the values and may change them", () => {
  const original = Object.getOwnPropertyDescriptor(Counter.prototype, "add");
  const stop = patchMethod(Counter.prototype, "add", (target, [by], call) => {
    assert.ok(target instanceof Counter);
    return call([Number(by) * 10]);
  });
  assert.equal(new Counter().add(2), 20);
  stop();
  assert.deepEqual(Object.getOwnPropertyDescriptor(Counter.prototype, "add"), original);
});

test("wrapped by somebody else, it stays below and only passes calls on", () => {
  let seen = 0;
  const owner = { add: (by: number) => by + 1 };
  const stop = patchMethod(owner, "add", (_target, values, call) => {
    seen += 1;
    return call(values);
  });
  const ours = owner.add;
  const theirs = (by: number) => ours(by) * 2;
  owner.add = theirs;
  stop();
  assert.equal(owner.add, theirs);
  assert.equal(owner.add(1), 4);
  assert.equal(seen, 0);
});

test("what is not there is not patched", () => {
  const owner: { add?: () => void } = {};
  patchMethod(owner as { add: () => void }, "add", () => assert.fail("never called"))();
  assert.deepEqual(Object.keys(owner), []);
});

test("an accessor tells its owner whenever the page reads or sets it, until it is put back", () => {
  class Owner {
    #value = 1;
    get value() {
      return this.#value;
    }
    set value(next) {
      this.#value = next;
    }
  }
  const original = Object.getOwnPropertyDescriptor(Owner.prototype, "value");
  const told: unknown[] = [];
  const stop = patchAccessor(Owner.prototype, "value", (owner) => told.push(owner));
  const owner = new Owner();
  owner.value = 2;
  assert.equal(owner.value, 2);
  assert.deepEqual(told, [owner, owner]);
  stop();
  assert.deepEqual(Object.getOwnPropertyDescriptor(Owner.prototype, "value"), original);
});

test("a constructor tells what it made of what", () => {
  const page = { Made: class Made {} as new (...values: unknown[]) => object };
  const original = page.Made;
  const told: unknown[] = [];
  const stop = patchConstructor(page, "Made", (made, values) => told.push(made, values));
  const made = new page.Made(7);
  assert.ok(made instanceof original);
  assert.equal(made.constructor, page.Made);
  assert.deepEqual(told, [made, [7]]);
  stop();
  assert.equal(page.Made, original);
  assert.equal(made.constructor, original);
});

test("what an owner does not have stays away", () => {
  const owner = {};
  patchAccessor(owner, "value", () => {})();
  assert.deepEqual(Object.getOwnPropertyNames(owner), []);
});

test("of two recorders the last one to stop gives the method back, whichever it is", () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const owner = { add: (by: number) => by + 1 };
    const original = owner.add;
    const seen: string[] = [];
    const stops = ["first", "second"].map((name) =>
      patchMethod(owner, "add", (_target, values, call) => {
        seen.push(name);
        return call(values);
      }),
    );
    assert.equal(owner.add(1), 2);
    assert.deepEqual(seen, ["second", "first"]);
    for (const index of order) {
      assert.notEqual(owner.add, original);
      stops[index]?.();
      assert.equal(owner.add(1), 2);
    }
    assert.equal(owner.add, original);
  }
});

test("a wrapper between two recorders stays in place", () => {
  const owner = { add: (by: number) => by + 1 };
  const stopFirst = patchMethod(owner, "add", (_target, values, call) => call(values));
  const recorded = owner.add;
  const wrapper = (by: number) => recorded(by) * 10;
  owner.add = wrapper;
  const stopSecond = patchMethod(owner, "add", (_target, values, call) => call(values));
  stopFirst();
  stopSecond();
  assert.equal(owner.add, wrapper);
  assert.equal(owner.add(1), 20);
});
