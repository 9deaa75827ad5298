import { type Cases, next } from "./case.ts";

const socketUrl = () => location.origin.replace("http", "ws");

export const connectionCases: Cases = {
  "WebSocket: messages there and back": async () => {
    const socket = new WebSocket(socketUrl());
    const events: string[] = [];
    for (const type of ["open", "message", "error", "close"]) {
      socket.addEventListener(type, () => events.push(type));
    }
    await next(socket, "open");
    socket.send("cat");
    const { data } = await next<MessageEvent>(socket, "message");
    socket.close(1000, "done");
    const { code, reason, wasClean } = await next<CloseEvent>(socket, "close");
    return { data, code, reason, wasClean, events, url: socket.url, state: socket.readyState };
  },
  "WebSocket: refused": async () => {
    const socket = new WebSocket("ws://localhost:1/");
    const { code, wasClean } = await next<CloseEvent>(socket, "close");
    return { code, wasClean };
  },
  "WebSocket: an address that is none": async () => new WebSocket("ftp://a"),
  "WebSocket: called without new": async () => (WebSocket as unknown as () => void)(),
  "WebSocket: sent too early": async () => {
    const socket = new WebSocket(socketUrl());
    try {
      socket.send("early");
    } finally {
      socket.close();
    }
  },
  "WebSocket: what it is": async () => {
    const socket = new WebSocket(socketUrl());
    class Own extends WebSocket {}
    const own = new Own(socketUrl());
    const facts = [
      socket instanceof WebSocket,
      socket.constructor === WebSocket,
      Object.getPrototypeOf(socket) === WebSocket.prototype,
      own instanceof Own,
      own.constructor === Own,
      WebSocket.OPEN,
      Object.keys(socket),
      WebSocket.length,
    ];
    socket.close();
    own.close();
    return facts;
  },
  "EventSource: events as they come": async () => {
    const source = new EventSource("/events");
    const [first, second] = await Promise.all([
      next<MessageEvent>(source, "message"),
      next<MessageEvent>(source, "named"),
    ]);
    source.close();
    return [
      first.data,
      second.data,
      second.lastEventId,
      source.readyState,
      source.constructor === EventSource,
    ];
  },
  "EventSource: not found": async () => {
    const source = new EventSource("/nothing");
    await next(source, "error");
    return source.readyState;
  },
  sendBeacon: async () => {
    const large = () => navigator.sendBeacon("/echo", "x".repeat(70_000));
    return [navigator.sendBeacon("/echo", "x"), navigator.sendBeacon("/echo"), large()];
  },
  "sendBeacon: an address that is none": async () => navigator.sendBeacon("https://["),
  "sendBeacon: another receiver": async () => navigator.sendBeacon.call({} as never, "/echo"),
};
