import assert from "node:assert/strict";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { startServer } from "./server.ts";

const HOST_AND_PORT = { host: "127.0.0.1", port: 0 };

test("a request that is being answered ends before the server does", async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<ServerResponse>();
  const shop = await startServer((_request, response) => arrive(response), HOST_AND_PORT);
  const fetched = fetch(shop.url);
  const response = await arrived;
  const closed = shop.close(60_000);
  response.end("served");
  assert.equal(await (await fetched).text(), "served");
  await closed;
  await assert.rejects(fetch(shop.url));
});

test("a request that does not end is cut off after the grace", async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<ServerResponse>();
  const shop = await startServer((_request, response) => arrive(response), HOST_AND_PORT);
  const cutOff = assert.rejects(fetch(shop.url));
  const response = await arrived;
  const responseClosed = once(response, "close");
  await shop.close(0);
  await Promise.all([cutOff, responseClosed]);
});

test("localhost is served on IPv4", async () => {
  const shop = await startServer((_request, response) => response.end("served"), {
    host: "localhost",
    port: 0,
  });
  const { port } = new URL(shop.url);
  assert.equal(await (await fetch(`http://127.0.0.1:${port}`)).text(), "served");
  await shop.close(0);
});
