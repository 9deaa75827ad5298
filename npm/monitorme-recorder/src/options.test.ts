import assert from "node:assert/strict";
import { test } from "node:test";

import { readOptions } from "./options.ts";
import type { RecorderOptions } from "./recorder-api.ts";

const ENDPOINT = "https://edge.example.com";

test("an endpoint may be an address or a URL, with a path", () => {
  const endpointOf = (endpoint: string | URL) => readOptions({ endpoint, ingestKey: "k" }).endpoint;
  assert.equal(endpointOf(ENDPOINT), `${ENDPOINT}/`);
  assert.equal(endpointOf(new URL("/monitorme", ENDPOINT)), `${ENDPOINT}/monitorme`);
  assert.equal(endpointOf(`${ENDPOINT}/a?b=c#d`), `${ENDPOINT}/a`);
});

test("the session header is on unless it is switched off", () => {
  const options = { endpoint: ENDPOINT, ingestKey: "k" };
  assert.equal(readOptions(options).sessionHeader, true);
  assert.equal(readOptions({ ...options, sessionHeader: false }).sessionHeader, false);
});

test("canvases are recorded only if asked for, and not too often", () => {
  const options = { endpoint: ENDPOINT, ingestKey: "k" };
  assert.equal(readOptions(options).canvas, null);
  assert.deepEqual(readOptions({ ...options, canvas: true }).canvas, { intervalMs: 1_000 });
  const often = { ...options, canvas: { intervalMs: 250 } };
  assert.deepEqual(readOptions(often).canvas, { intervalMs: 250 });
});

test("every session is sent unless there are rates, or a minimum duration", () => {
  const options = { endpoint: ENDPOINT, ingestKey: "k" };
  const all = { recording: true, sampleRate: 1, errorSampleRate: 1, minimumDurationMs: 0 };
  assert.deepEqual(readOptions(options).sampling, all);
  const some = { sampleRate: 0.1, errorSampleRate: 0.5, minimumDurationMs: 5_000 };
  assert.deepEqual(readOptions({ ...options, ...some }).sampling, { ...all, ...some });
});

test("what is not valid is refused with the name of the option", () => {
  const invalid: [unknown, RegExp][] = [
    [undefined, /options/],
    [{ ingestKey: "k" }, /`endpoint`/],
    [{ endpoint: "edge.example.com", ingestKey: "k" }, /`endpoint`/],
    [{ endpoint: "ftp://edge.example.com", ingestKey: "k" }, /`endpoint`/],
    [{ endpoint: ENDPOINT }, /`ingestKey`/],
    [{ endpoint: ENDPOINT, ingestKey: "" }, /`ingestKey`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", start: "soon" }, /`start`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", sessionHeader: "no" }, /`sessionHeader`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", sampleRate: 1.1 }, /`sampleRate`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", sampleRate: "0.1" }, /`sampleRate`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", errorSampleRate: Number.NaN }, /`errorSampleRate`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", minimumDurationMs: -1 }, /`minimumDurationMs`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", minimumDurationMs: 1e9 }, /`minimumDurationMs`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", remoteSettings: "yes" }, /`remoteSettings`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", canvas: "yes" }, /`canvas`/],
    [{ endpoint: ENDPOINT, ingestKey: "k", canvas: { intervalMs: 16 } }, /`canvas`/],
  ];
  for (const [options, message] of invalid) {
    const read = () => readOptions(options as RecorderOptions);
    assert.throws(read, (error) => error instanceof TypeError && message.test(error.message));
  }
});
