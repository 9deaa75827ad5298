import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { buildStorefront, openTestShop } from "./test-shop.ts";

interface Service {
  process: ChildProcess;
  exitCode: Promise<number | null>;
}

function startService(context: TestContext, environment: Record<string, string>): Service {
  const service = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  context.after(() => service.kill("SIGKILL"));
  return { process: service, exitCode: once(service, "exit").then(([code]) => code) };
}

async function explanationOf(service: Service): Promise<string> {
  assert.ok(service.process.stderr);
  const explanation = await text(service.process.stderr);
  assert.equal(await service.exitCode, 1);
  return explanation;
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`the service says where it listens, serves, and ends on ${signal}`, async (context) => {
    const service = startService(context, { STOREFRONT_FOLDER: await buildStorefront(context) });
    assert.ok(service.process.stdout);
    const lines = createInterface(service.process.stdout)[Symbol.asyncIterator]();
    const listening = JSON.parse((await lines.next()).value ?? "");
    assert.equal(listening.message, "listening");
    assert.equal((await fetch(`${listening.url}/healthz`)).status, 200);
    service.process.kill(signal);
    assert.equal(await service.exitCode, 0);
  });
}

test("a port that is taken is explained", async (context) => {
  const { port } = new URL((await openTestShop(context)).url);
  const folder = await buildStorefront(context);
  const service = startService(context, { PORT: port, STOREFRONT_FOLDER: folder });
  assert.match(await explanationOf(service), new RegExp(`Port ${port} is taken.*PORT`));
});

test("a storefront that is not built and a wrong port are explained", async (context) => {
  const unbuilt = startService(context, { STOREFRONT_FOLDER: "/nowhere" });
  assert.match(await explanationOf(unbuilt), /not built/);
  const wrongPort = startService(context, { PORT: "many" });
  assert.match(await explanationOf(wrongPort), /PORT must be a whole number/);
});
