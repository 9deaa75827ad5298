import type { Page } from "../document/dom-reads.ts";
import type { Guard } from "../guard.ts";
import {
  INITIATOR_EVENT_SOURCE,
  INITIATOR_WEB_SOCKET,
  OUTCOME_ANSWERED,
  OUTCOME_FAILED,
} from "../op-codes.ts";
import { patchConstructor, patchMethod, stopAll } from "../patch.ts";
import type { Stop } from "../tape.ts";
import type { EndRequest, Requests } from "./requests.ts";

/** A connection and how many messages went over it. */
interface Connection {
  readonly end: EndRequest;
  sent: number;
  received: number;
}

/** Records the lives of WebSockets and EventSources, not what they carry. */
export function startConnections(page: Page, guard: Guard, requests: Requests): Stop {
  const { addEventListener } = page.EventTarget.prototype;
  const known = new WeakMap<object, Connection>();

  function follow(connection: WebSocket | EventSource, initiator: number): void {
    const followed: Connection = {
      end: requests.start({ initiator, method: "GET", url: connection.url }).end,
      sent: 0,
      received: 0,
    };
    known.set(connection, followed);
    const on = (type: string, listener: (event: Event) => void) =>
      addEventListener.call(connection, type, guard.wrap(listener));
    on("message", () => {
      followed.received += 1;
    });
    on("close", (event) => {
      const { code, reason, wasClean } = event as CloseEvent;
      end(connection, wasClean ? OUTCOME_ANSWERED : OUTCOME_FAILED, code, reason);
    });
    if (initiator === INITIATOR_EVENT_SOURCE) {
      on("error", () => {
        // Otherwise it is about to connect again.
        if (connection.readyState === page.EventSource.CLOSED) {
          end(connection, OUTCOME_FAILED, 0);
        }
      });
    }
  }

  function end(connection: object, outcome: number, status: number, detail = ""): void {
    const followed = known.get(connection);
    followed?.end(outcome, status, detail, followed.sent, followed.received);
  }

  const followSocket = guard.wrap((socket) => follow(socket as WebSocket, INITIATOR_WEB_SOCKET));
  const followSource = guard.wrap((source) =>
    follow(source as EventSource, INITIATOR_EVENT_SOURCE),
  );
  const stops = [
    patchConstructor(page, "WebSocket", followSocket),
    patchConstructor(page, "EventSource", followSource),
    patchMethod(page.WebSocket.prototype, "send", (target, values, call) => {
      const result = call(values);
      const followed = known.get(target as WebSocket);
      if (followed) {
        followed.sent += 1;
      }
      return result;
    }),
    patchMethod(page.EventSource.prototype, "close", (target, values, call) => {
      end(target as EventSource, OUTCOME_ANSWERED, 0);
      return call(values);
    }),
  ];
  return stopAll(stops);
}
