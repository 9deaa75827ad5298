import { type Case, type Cases, describeFailure, otherOrigin } from "./case.ts";

interface Plan {
  readonly method?: string;
  readonly url: string;
  readonly body?: XMLHttpRequestBodyInit | null;
  readonly prepare?: (request: XMLHttpRequest) => void;
  readonly sent?: (request: XMLHttpRequest) => void;
}

const EVENTS = [
  "readystatechange",
  "loadstart",
  "progress",
  "load",
  "error",
  "abort",
  "timeout",
  "loadend",
];

/** Everything that a page sees of a request: the events in their order, and the answer. */
function run({ method = "GET", url, body, prepare, sent }: Plan): Promise<unknown> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const events: string[] = [];
    const note = ({ type }: Event) => {
      const entry = type === "readystatechange" ? `state ${request.readyState}` : type;
      // How often progress is told depends on the network.
      if (events.at(-1) !== entry) events.push(entry);
      if (type === "loadend") setTimeout(() => resolve({ events, ...seen(request) }));
    };
    for (const type of EVENTS) request.addEventListener(type, note);
    request.open(method, url);
    prepare?.(request);
    request.send(body);
    sent?.(request);
  });
}

function seen(request: XMLHttpRequest): object {
  const { response, responseType, status, statusText, responseURL, readyState } = request;
  const headers = request.getAllResponseHeaders().replace(/date:.*\r\n/, "");
  const shown = Object.prototype.toString.call(response);
  const text = typeof response === "string" ? response : shown;
  return {
    shown,
    text,
    responseType,
    status,
    statusText,
    responseURL,
    readyState,
    headers,
    own: Object.keys(request),
  };
}

const typed = (responseType: XMLHttpRequestResponseType, url = "/json"): Case => {
  const prepare = (request: XMLHttpRequest) => {
    request.responseType = responseType;
  };
  return () => run({ url, prepare });
};

export const xhrCases: Cases = {
  "a plain request": () => run({ url: "/json" }),
  text: typed("text"),
  json: typed("json"),
  bytes: typed("arraybuffer"),
  blob: typed("blob"),
  document: typed("document", "/xml"),
  "a body": () => run({ method: "POST", url: "/echo", body: "text" }),
  "a form": () => {
    const form = new FormData();
    form.append("a", "1");
    return run({ method: "POST", url: "/echo", body: form });
  },
  headers: () =>
    run({
      url: "/echo",
      prepare(request) {
        request.setRequestHeader("X-Own", "1");
        request.setRequestHeader("x-own", "2");
      },
    }),
  "progress of the upload": async () => {
    const events: string[] = [];
    const result = await run({
      method: "POST",
      url: "/echo",
      body: "x".repeat(1_000),
      prepare({ upload }) {
        for (const type of ["loadstart", "load", "loadend", "error"]) {
          upload.addEventListener(type, () => events.push(type));
        }
      },
    });
    return [events, result];
  },
  "another type than the server says": () =>
    run({ url: "/json", prepare: (request) => request.overrideMimeType("text/xml") }),
  credentials: () =>
    run({
      url: "/echo",
      prepare(request) {
        request.withCredentials = true;
      },
    }),
  "time limit": () =>
    run({
      url: "/silent",
      prepare(request) {
        request.timeout = 30;
      },
    }),
  aborted: () => run({ url: "/silent", sent: (request) => setTimeout(() => request.abort(), 30) }),
  "aborted at once": () => run({ url: "/json", sent: (request) => request.abort() }),
  "an answer that breaks off": () => run({ url: "/breaks" }),
  "a refused port": () => run({ url: "http://localhost:1/" }),
  "another origin without permission": () => run({ url: `${otherOrigin()}/json` }),
  redirected: () => run({ url: "/redirect" }),
  "server error": () => run({ url: "/status?code=503" }),
  "opened twice": () => run({ url: "/silent", prepare: (request) => request.open("GET", "/json") }),
  "used again": async () => {
    const request = new XMLHttpRequest();
    const texts: string[] = [];
    for (const url of ["/json", "/xml"]) {
      request.open("GET", url);
      await new Promise((resolve) => {
        request.onload = resolve;
        request.send();
      });
      texts.push(request.responseText);
    }
    return texts;
  },
  synchronous: async () => {
    const request = new XMLHttpRequest();
    request.open("GET", "/json", false);
    request.send();
    return seen(request);
  },
  "synchronous and failing": async () => {
    const request = new XMLHttpRequest();
    request.open("GET", "http://localhost:1/", false);
    try {
      request.send();
      return "sent";
    } catch (failure) {
      return describeFailure(failure);
    }
  },
  "sent without being opened": async () => new XMLHttpRequest().send(),
  "sent twice": async () => {
    const request = new XMLHttpRequest();
    request.open("GET", "/json");
    request.send();
    request.send();
  },
  "a method that is none": async () => new XMLHttpRequest().open("G T", "/json"),
  "an address that is none": async () => new XMLHttpRequest().open("GET", "https://["),
  "header too early": async () => new XMLHttpRequest().setRequestHeader("a", "1"),
  "a subclass": async () => {
    class Own extends XMLHttpRequest {
      readonly mine = 1;
    }
    const request = new Own();
    request.open("GET", "/json", false);
    request.send();
    return [request.mine, request.responseText, request instanceof Own];
  },
};
