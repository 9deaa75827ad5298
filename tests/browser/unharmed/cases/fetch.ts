import { type Cases, describeFailure, next, otherOrigin } from "./case.ts";

const json = async (response: Promise<Response>) => (await response).json();

/** What a page can see of an answer beside its body. */
async function facts(answer: Promise<Response>): Promise<unknown> {
  const response = await answer;
  const { type, status, statusText, ok, redirected, bodyUsed } = response;
  const names = [...response.headers.keys()].filter((name) => name !== "date");
  const isResponse =
    response instanceof Response && Object.getPrototypeOf(response) === Response.prototype;
  return {
    type,
    url: response.url,
    status,
    statusText,
    ok,
    redirected,
    bodyUsed,
    names,
    isResponse,
  };
}

function streamOf(...parts: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(encoder.encode(part));
    },
  });
}

/** The first piece, which comes alone unless it is held back. */
async function firstPiece(response: Response): Promise<string | undefined> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const piece = await reader?.read();
  await reader?.cancel();
  return piece?.value;
}

/** Pieces of a stream whose next one is sent when the one before has come. */
async function piecesOneByOne(): Promise<string[]> {
  const query = `?${crypto.randomUUID()}`;
  const response = await fetch(`/stream${query}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const all: string[] = [];
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    all.push(piece.value);
    await fetch(`/stream/next${query}`);
  }
  return all;
}

function form(): FormData {
  const data = new FormData();
  data.append("name", "Ada");
  data.append("file", new Blob(["meow"], { type: "text/plain" }), "cat.txt");
  return data;
}

/** Options with fields on a prototype, as classes have them. */
class Options {
  get method() {
    return "PUT";
  }
  get body() {
    return "inherited";
  }
}

export const fetchCases: Cases = {
  "a plain request": () => facts(fetch("/json")),
  "by URL object": () => facts(fetch(new URL("/json", location.href))),
  "by an object that says its address": () => facts(fetch({ toString: () => "/json" } as never)),
  "by Request": () => facts(fetch(new Request("/json"))),
  "no arguments": () => (fetch as () => Promise<Response>)(),
  "another receiver": () => fetch.call(document as never, "/json"),
  "an address that is none": () => fetch("https://["),
  "a refused port": () => facts(fetch("http://localhost:1/")),
  "an unknown scheme": () => fetch("gopher://a"),
  "a data address": () => facts(fetch("data:text/plain,cat")),
  "a blob address": async () => {
    const url = URL.createObjectURL(new Blob(["cat"]));
    return (await fetch(url)).text();
  },
  "an empty answer": () => facts(fetch("/status?code=204")),
  "a server error": () => facts(fetch("/status?code=503")),
  "not found": () => facts(fetch("/nothing")),
  "text body": () => json(fetch("/echo", { method: "POST", body: "text" })),
  "form body": () => json(fetch("/echo", { method: "POST", body: form() })),
  "search parameters as body": () =>
    json(fetch("/echo", { method: "POST", body: new URLSearchParams({ a: "1" }) })),
  "bytes as body": () => json(fetch("/echo", { method: "PUT", body: new Uint8Array([1, 2, 255]) })),
  "blob as body": () =>
    json(fetch("/echo", { method: "POST", body: new Blob(["x"], { type: "a/b" }) })),
  "stream as body without duplex": () => fetch("/echo", { method: "POST", body: streamOf("a") }),
  "stream as body over HTTP/1": () =>
    fetch("/echo", { method: "POST", body: streamOf("a"), duplex: "half" } as RequestInit),
  "stream in a Request is left to it": async () => {
    const options = { method: "POST", body: streamOf("a", "b"), duplex: "half" } as RequestInit;
    const request = new Request("/echo", options);
    const copy = request.clone();
    return [await request.text(), await copy.text(), request.bodyUsed];
  },
  "Request with a body": async () => {
    const request = new Request("/echo", { method: "POST", body: "text" });
    const answer = await json(fetch(request));
    return [answer, request.bodyUsed, [...request.headers]];
  },
  "Request used twice": async () => {
    const request = new Request("/echo", { method: "POST", body: "text" });
    await fetch(request);
    return fetch(request);
  },
  "Request without a body used twice": async () => {
    const request = new Request("/echo");
    return [await json(fetch(request)), await json(fetch(request))];
  },
  "Request with options over it": () =>
    json(fetch(new Request("/echo", { headers: { a: "1" } }), { headers: { b: "2" } })),
  "method in small letters": () => json(fetch("/echo", { method: "post", body: "" })),
  "forbidden method": () => fetch("/echo", { method: "TRACE" }),
  "body with GET": () => fetch("/echo", { body: "x" }),
  "headers as object": () => json(fetch("/echo", { headers: { "X-Own": "1" } })),
  "headers as pairs": () =>
    json(
      fetch("/echo", {
        headers: [
          ["X-Own", "1"],
          ["x-own", "2"],
        ],
      }),
    ),
  "headers as iterator": () =>
    json(fetch("/echo", { headers: new Map([["x-own", "1"]]).entries() as never })),
  "headers as Headers": () => json(fetch("/echo", { headers: new Headers({ "x-own": "1" }) })),
  "headers that are none": () => fetch("/echo", { headers: "text" as never }),
  "header name that is none": () => fetch("/echo", { headers: { "x y": "1" } }),
  "headers that throw": () =>
    fetch("/echo", {
      get headers(): never {
        throw new RangeError("mine");
      },
    }),
  "options with inherited fields": () => json(fetch("/echo", new Options())),
  "frozen options": () => json(fetch("/echo", Object.freeze({ method: "DELETE" }))),
  "null as options": () => json(fetch("/echo", null as never)),
  keepalive: () => json(fetch("/echo", { method: "POST", body: "x", keepalive: true })),
  "keepalive with too much": () =>
    fetch("/echo", { method: "POST", body: "x".repeat(70_000), keepalive: true }),
  "priority and cache": () =>
    json(fetch("/echo", { priority: "high", cache: "no-store" } as RequestInit)),
  "referrer left out": () => json(fetch("/echo", { referrerPolicy: "no-referrer" })),
  "redirect followed": () => facts(fetch("/redirect")),
  "redirect by hand": () => facts(fetch("/redirect", { redirect: "manual" })),
  "redirect as error": () => facts(fetch("/redirect", { redirect: "error" })),
  "integrity kept": () =>
    facts(fetch("/json", { integrity: "sha256-JQRYA2dC0D2+G8ZCuG6sFPsNOh+bkSWoUcgAUvmGCLk=" })),
  "integrity broken": () => facts(fetch("/json", { integrity: "sha256-AAAA" })),
  "another origin without permission": () => facts(fetch(`${otherOrigin()}/json`)),
  "another origin unseen": () => facts(fetch(`${otherOrigin()}/json`, { mode: "no-cors" })),
  "same origin only": () => facts(fetch(`${otherOrigin()}/json`, { mode: "same-origin" })),
  "aborted before": () => fetch("/json", { signal: AbortSignal.abort() }),
  "aborted before, with a reason": () => fetch("/json", { signal: AbortSignal.abort("mine") }),
  "aborted while waiting": async () => {
    const controller = new AbortController();
    const answer = fetch("/silent", { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    return answer;
  },
  "aborted while waiting, with a reason": async () => {
    const controller = new AbortController();
    const answer = fetch(new Request("/silent", { signal: controller.signal }));
    setTimeout(() => controller.abort({ why: "mine" }), 30);
    return answer;
  },
  "aborted while reading": async () => {
    const controller = new AbortController();
    const response = await fetch("/endless", { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    return response.text();
  },
  "aborted after the end": async () => {
    const controller = new AbortController();
    const text = await (await fetch("/json", { signal: controller.signal })).text();
    controller.abort();
    return text;
  },
  "time limit": () => fetch("/silent", { signal: AbortSignal.timeout(30) }),
  "streamed answer": piecesOneByOne,
  "an endless answer is not held back": async () => firstPiece(await fetch("/endless")),
  "events by fetch are not held back": async () => firstPiece(await fetch("/events")),
  "an answer that breaks off": async () => (await fetch("/breaks")).text(),
  "a cloned answer": async () => {
    const response = await fetch("/json");
    const clone = response.clone();
    return [await response.json(), await clone.text(), response.bodyUsed];
  },
  "an answer read twice": async () => {
    const response = await fetch("/json");
    await response.text();
    return response.text();
  },
  "a locked answer": async () => {
    const response = await fetch("/json");
    response.body?.getReader();
    return [response.body?.locked, response.bodyUsed];
  },
  "a failure that nobody handles is told": async () => {
    const told = next<PromiseRejectionEvent>(window, "unhandledrejection");
    fetch("https://[");
    fetch("http://localhost:1/");
    return describeFailure((await told).reason);
  },
  "a failure that is handled is not told": async () => {
    let told = 0;
    const count = () => {
      told += 1;
    };
    addEventListener("unhandledrejection", count);
    await fetch("http://localhost:1/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    removeEventListener("unhandledrejection", count);
    return told;
  },
  "what is returned is a promise like any other": async () => {
    const answer = fetch("/json");
    return [
      Object.getPrototypeOf(answer) === Promise.prototype,
      Object.keys(answer),
      typeof (await answer),
    ];
  },
};
