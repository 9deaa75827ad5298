import assert from "node:assert/strict";
import { test } from "node:test";

import { createOpWriter } from "./op-writer.ts";

function strings(message: { lengths: Uint32Array; text: string }): string[] {
  let from = 0;
  return Array.from(message.lengths, (length) => {
    from += length;
    return message.text.slice(from - length, from);
  });
}

test("an op is its code, the length of its body, its time and its body", () => {
  const writer = createOpWriter(4);
  writer.begin(11, 250);
  writer.word(7);
  writer.word(-1);
  writer.string("a");
  writer.end();
  const message = writer.take();
  assert.deepEqual(message?.ops, Uint32Array.of(11, 3, 250, 7, 0xffffffff, 1));
});

test("a string is carried once, and no string is 0", () => {
  const writer = createOpWriter(4);
  writer.begin(1, 0);
  for (const string of ["köln", "", "köln", null, "b"]) {
    writer.string(string);
  }
  writer.end();
  const message = writer.take();
  assert.deepEqual(message?.ops.slice(3), Uint32Array.of(1, 2, 1, 0, 3));
  assert.deepEqual(message && strings(message), ["köln", "", "b"]);
});

test("each message has strings of its own", () => {
  const writer = createOpWriter(4);
  for (const string of ["a", "b"]) {
    writer.begin(1, 0);
    writer.string(string);
    writer.end();
    const message = writer.take();
    assert.deepEqual(message?.ops, Uint32Array.of(1, 1, 0, 1));
    assert.equal(message?.text, string);
  }
});

test("two halves of a surrogate pair do not become one character", () => {
  const writer = createOpWriter(4);
  writer.begin(1, 0);
  writer.string("a\ud83d");
  writer.string("\ude00b");
  writer.end();
  const message = writer.take();
  assert.deepEqual(message && strings(message), ["a\ufffd", "\ude00b"]);
});

test("an op that was left open is taken back", () => {
  const writer = createOpWriter(4);
  writer.begin(2, 0);
  writer.word(9);
  writer.begin(11, 1);
  writer.word(5);
  writer.end();
  writer.begin(4, 2);
  assert.deepEqual(writer.take()?.ops, Uint32Array.of(11, 1, 1, 5));
  assert.equal(writer.take(), null);
});

test("an op without a body is taken back where that is asked for", () => {
  const writer = createOpWriter(4);
  writer.begin(4, 0);
  writer.endUnlessEmpty();
  assert.equal(writer.take(), null);
  writer.begin(4, 0);
  writer.word(1);
  writer.endUnlessEmpty();
  writer.begin(7, 0);
  writer.end();
  assert.deepEqual(writer.take()?.ops, Uint32Array.of(4, 1, 0, 1, 7, 0, 0));
});

test("the buffers grow, and the size counts two characters as a word", () => {
  const writer = createOpWriter(2);
  writer.begin(4, 0);
  for (let id = 1; id <= 1_000; id++) {
    writer.word(id);
  }
  writer.string("abcd");
  writer.end();
  assert.equal(writer.size(), 3 + 1_001 + 2);
  const ops = writer.take()?.ops;
  assert.deepEqual([ops?.[1], ops?.[3], ops?.[1_002]], [1_001, 1, 1_000]);
  assert.equal(writer.size(), 0);
});
