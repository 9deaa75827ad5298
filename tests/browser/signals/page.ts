import { Recorder } from "monitorme-recorder";
import { type Metric, onCLS, onFCP, onINP, onLCP, onTTFB } from "web-vitals";

/** What the tests need of a page that gives developers something to see. */
export interface SignalsPage {
  start(level: "allow" | "mask"): Promise<void>;
  flush(): Promise<boolean>;
  /** What the library `web-vitals` says by now. */
  vitals(): Record<string, number>;
  writeToConsole(): void;
  fail(): Promise<void>;
  request(): Promise<void>;
  /** Sends and gets bodies in every way. */
  exchange(): Promise<void>;
  /** Gets 100 bodies at once. */
  flood(): Promise<void>;
  /** Has a frame write to the console, fail and request something. */
  useFrame(): Promise<void>;
  report(): void;
}

const vitals: Record<string, number> = {};
const note = ({ name, value }: Metric) => {
  vitals[name] = value;
};
for (const on of [onCLS, onFCP, onINP, onLCP, onTTFB]) on(note, { reportAllChanges: true });

const page: SignalsPage = {
  async start(level) {
    await Recorder.init({
      endpoint: location.origin,
      ingestKey: "test",
      start: "at-once",
      privacy: { level },
      network: {
        headers: ["Content-Type", "X-Order", "Authorization"],
        bodies: ["/echo", "/json", "/status", "/events", "/breaks"],
        hideFields: ["nickname"],
      },
    });
  },
  flush: () => Recorder.flush(),
  vitals: () => vitals,
  writeToConsole() {
    const node = document.createElement("b");
    node.id = "total";
    console.log("order %s of", "A7", { items: [1, "two"], node, run() {} });
    writeError();
    console.assert(1 > 2, "sum");
    for (let count = 0; count < 40; count += 1) console.debug("again", count);
  },
  async fail() {
    const image = new Image();
    image.src = "/status?code=404&name=cat.png";
    document.body.append(image);
    await new Promise((resolve) => {
      image.onerror = resolve;
    });
    Promise.reject(new TypeError("no payment", { cause: new Error("no card") }));
    setTimeout(failLater);
    await new Promise((resolve) => setTimeout(resolve, 50));
  },
  async request() {
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    await (await fetch("/json?token=canary", { headers: { traceparent } })).text();
    await fetch("/status?code=503", { method: "POST", body: "x" });
    await fetch("/silent", { signal: AbortSignal.timeout(30) }).catch(() => {});
    await fetch("http://localhost:1/").catch(() => {});
    await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("PUT", "/echo");
      request.onloadend = resolve;
      request.send("x");
    });
    navigator.sendBeacon("/echo", "x");
    const socket = new WebSocket(location.origin.replace("http", "ws"));
    await new Promise((resolve) => {
      socket.onopen = () => socket.send("cat");
      socket.onmessage = () => socket.close(1000);
      socket.onclose = resolve;
    });
    // The timeline tells of a resource a little after its answer.
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  async exchange() {
    const post = async (body: BodyInit, headers: HeadersInit = {}) =>
      (await fetch("/echo", { method: "POST", body, headers })).text();
    const order = { id: 7, password: "my long canary", nickname: "canary", to: "a@canary.example" };
    await post(JSON.stringify(order), { "X-Order": "7", authorization: "Basic canary" });
    await post(new URLSearchParams({ item: "cat food", token: "canary two" }));
    await post("item=cat+food&card=4242+4242+4242+4242");
    const form = new FormData();
    form.append("item", "cat food");
    form.append("photo", new Blob(["cat"]), "cat.png");
    await post(form);
    await post(new Blob(["cat"]));
    await fetch(new Request("/echo", { method: "POST", body: "cat" }));
    await post("x".repeat(40_000));
    await fetch("/breaks").then((response) => response.text().catch(() => {}));
    const events = await fetch("/events");
    await events.body?.cancel();
    for (const responseType of ["", "json", "arraybuffer"] as const) {
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open("PUT", "/json");
        request.responseType = responseType;
        request.setRequestHeader("x-order", responseType);
        request.onloadend = resolve;
        request.send('{"kind":"xhr"}');
      });
    }
    navigator.sendBeacon("/echo", '{"kind":"beacon"}');
    await fetch("/silent", {
      method: "POST",
      body: "canary",
      signal: AbortSignal.timeout(30),
    }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  async flood() {
    await Promise.all(Array.from({ length: 100 }, async () => (await fetch("/json")).text()));
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  async useFrame() {
    const frame = document.createElement("iframe");
    frame.srcdoc = "<p>a frame</p>";
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.onload = resolve;
    });
    // Then the recorder has read its document.
    await Recorder.flush();
    const inside = frame.contentWindow as Window & typeof globalThis;
    inside.console.warn("from the frame", new inside.TypeError("inside"));
    inside.Promise.reject(new inside.RangeError("nobody caught"));
    const answer = await inside.fetch("/echo", { method: "POST", body: "frame=cat" });
    await answer.text();
    await new Promise((resolve) => setTimeout(resolve, 200));
    frame.remove();
  },
  report() {
    Recorder.tag("plan", "free");
    Recorder.flag("new-checkout", { variant: 2 });
    Recorder.tag("too long", "x".repeat(2_000));
  },
};

function writeError(): void {
  console.error(new RangeError("too many"));
}

function failLater(): void {
  throw new RangeError("no stock");
}

document.querySelector("#slow")?.addEventListener("click", () => {
  const endMs = performance.now() + 120;
  while (performance.now() < endMs);
  document.querySelector("#pushed")?.before(document.createElement("hr"));
});

Object.assign(globalThis, { signalsPage: page });
