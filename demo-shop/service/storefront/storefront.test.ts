import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { openTestShop, PAGE } from "../test-shop.ts";
import { loadStorefront } from "./files.ts";

/** Sends a path exactly as written: `fetch` would resolve its dots first. */
async function getRaw(shopUrl: string, path: string): Promise<string> {
  const { hostname, port } = new URL(shopUrl);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test("every address that is no file shows the page", async (context) => {
  const { url } = await openTestShop(context);
  for (const path of ["/", "/index.html", "/products/rope-tug", "/checkout?step=1"]) {
    const response = await fetch(url + path);
    assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(response.headers.get("cache-control"), "no-cache");
    assert.equal(await response.text(), PAGE);
  }
});

test("files come with their type and are cached for good", async (context) => {
  const { url } = await openTestShop(context);
  const response = await fetch(`${url}/assets/index-1a2b.js`);
  assert.equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.match(response.headers.get("cache-control") ?? "", /immutable/);
  assert.equal((await fetch(`${url}/assets/missing.js`)).status, 404);
});

test("a page that has not changed is not sent again", async (context) => {
  const { url } = await openTestShop(context);
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  const again = await fetch(url, { headers: { "if-none-match": etag } });
  assert.equal(again.status, 304);
  const head = await fetch(url, { method: "HEAD" });
  assert.equal(head.headers.get("content-length"), String(PAGE.length));
  assert.equal((await fetch(url, { method: "POST" })).status, 405);
});

test("no path leads out of the storefront", async (context) => {
  const { url } = await openTestShop(context);
  const paths = [
    "/../../package.json",
    "/assets/../../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/....//etc/passwd",
    "/%00",
    "//etc/passwd",
    "/%",
  ];
  for (const path of paths) {
    const answer = await getRaw(url, path);
    assert.match(answer, /^HTTP\/1\.1 (200|400|404) /, path);
    assert.doesNotMatch(answer, /root:|"private"/, path);
  }
});

test("an address that cannot be read is refused", async (context) => {
  const { url } = await openTestShop(context);
  assert.match(await getRaw(url, "//"), /^HTTP\/1\.1 400 .*"invalid_address"/s);
});

test("the page carries its configuration, which cannot end its script element", async (context) => {
  const page = { monitormeEndpoint: "</script><b>", monitormeIngestKey: "$& key" };
  const { url } = await openTestShop(context, { page });
  const html = await (await fetch(url)).text();
  assert.equal(html.split("</script>").length, 2);
  const [, json = ""] = />(\{.*\})</.exec(html) ?? [];
  assert.deepEqual(JSON.parse(json), page);
});

test("a storefront that is not built is explained", async () => {
  await assert.rejects(loadStorefront("/nowhere", {}), /not built: .* Run "npm run build"/);
});
