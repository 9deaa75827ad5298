import assert from "node:assert/strict";
import { test } from "node:test";

import { absoluteUrl, isOwnOrigin } from "./own-origin.ts";

const ORIGIN = "https://shop.example";
const isOwn = (url: unknown) => isOwnOrigin(absoluteUrl(url, `${ORIGIN}/cart/`), ORIGIN);

test("addresses of the page's origin are its own, however they are written", () => {
  const own = [
    "/api",
    "items?x=1",
    "",
    "#part",
    `${ORIGIN}/a`,
    "//shop.example/a",
    "https://SHOP.example:443/",
  ];
  assert.deepEqual(
    own.filter((url) => !isOwn(url)),
    [],
  );
  assert.ok(isOwn(new URL("/api", ORIGIN)));
});

test("everything else is not", () => {
  const foreign = [
    "https://shop.example.evil.com/",
    "https://evil.com/?https://shop.example/",
    "https://shop.example@evil.com/",
    "https://shop.example:8443/",
    "http://shop.example/",
    "//cdn.example/a.js",
    "data:text/plain,a",
    "blob:https://shop.example/6f1c2d3e",
    "https://[",
  ];
  assert.deepEqual(foreign.filter(isOwn), []);
});
