import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "../document/dom-reads.ts";
import { CONTENTS_WAITING_MAX } from "../limits.ts";
import { type Content, type ContentHolder, createContents } from "./contents.ts";

const page = { location: { origin: "https://shop.example" }, Response } as unknown as Page;

function noted(bodies: string[], url: string, holder: ContentHolder): Content | undefined {
  const contents = createContents(page, { headers: [], bodies });
  let read: Content | undefined;
  contents.readBy((content) => {
    read = content;
  });
  contents.note(1, 1, url, holder);
  return read;
}

const nothing = { headers: undefined, body: null };

test("bodies are recorded of listed addresses only, whatever their query", () => {
  const bodies = ["/api/*", "https://pay.example/v1/charges"];
  for (const url of [
    "https://shop.example/api/orders",
    "https://shop.example/api/orders?id=7#top",
    "https://pay.example/v1/charges?a",
  ]) {
    assert.ok(noted(bodies, url, nothing)?.isListed, url);
  }
  for (const url of [
    "https://shop.example/about?from=/api/orders",
    "https://other.example/api/orders",
    "https://evil.example/?https://shop.example/api/orders",
    "https://shop.example.evil.example/api/orders",
    "https://payXexample/v1/charges",
    "https://pay.example/v1/charges/7",
  ]) {
    assert.ok(!noted(bodies, url, nothing)?.isListed, url);
  }
  assert.ok(!noted([], "https://shop.example/", nothing)?.isListed);
});

test("an answer whose body is recorded is copied, any other is not", async () => {
  const answer = new Response("body");
  const url = "https://shop.example/api";
  assert.equal(noted([], url, answer)?.holder, answer);
  const copy = noted(["/api"], url, answer)?.holder as Response;
  assert.notEqual(copy, answer);
  assert.deepEqual([await copy.text(), await answer.text()], ["body", "body"]);
});

test("what is noted before there is a reader waits for it, within bounds", () => {
  const contents = createContents(page, { headers: [], bodies: [] });
  for (let request = 0; request < 2 * CONTENTS_WAITING_MAX; request += 1) {
    contents.note(request, 1, "https://shop.example/", nothing);
  }
  const read: number[] = [];
  contents.readBy((content) => read.push(content.request));
  assert.equal(read.length, CONTENTS_WAITING_MAX);
  assert.equal(read[0], 0);
});
