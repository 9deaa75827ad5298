import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createCustomerRegister } from "./customers/customer-register.ts";
import { type Answer, problemAnswer } from "./http/answer.ts";
import { readJsonBody } from "./http/body.ts";
import { Problem } from "./http/problem.ts";
import { answerByRoute, type Route, type ShopRequest } from "./http/router.ts";
import type { Log } from "./log.ts";
import { createOrderBook } from "./orders/order-book.ts";
import { logRequest } from "./request-log.ts";
import { shopRoutes } from "./routes.ts";
import type { Storefront } from "./storefront/files.ts";
import { serveStorefront } from "./storefront/serve.ts";

/** What a shop is made of. */
export interface ShopParts {
  storefront: Storefront;
  log: Log;
  now: () => Date;
}

/** Creates the listener that answers every request to the shop. */
export function createShop({ storefront, log, now }: ShopParts): RequestListener {
  const orders = createOrderBook(log);
  const customers = createCustomerRegister(log);
  const routes = shopRoutes({ orders, customers, now });
  return async (request, response) => {
    logRequest(log, request, response);
    const answer = await answerRequest(routes, storefront, request).catch((fault) => {
      if (!(fault instanceof Problem)) log("error", "request failed", { reason: reasonOf(fault) });
      return problemAnswer(fault);
    });
    send(answer, request, response);
  };
}

async function answerRequest(
  routes: readonly Route[],
  storefront: Storefront,
  incoming: IncomingMessage,
): Promise<Answer> {
  const request = readRequest(incoming);
  const answer = await answerByRoute(routes, request);
  if (answer !== null) return answer;
  if (request.path === "/api" || request.path.startsWith("/api/")) {
    throw new Problem(404, { code: "not_found", message: "There is nothing at this address." });
  }
  return serveStorefront(storefront, request, incoming.headers);
}

function readRequest(incoming: IncomingMessage): ShopRequest {
  const url = URL.parse(incoming.url ?? "/", "http://shop.invalid");
  if (url === null) {
    throw new Problem(400, { code: "invalid_address", message: "This address is not valid." });
  }
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    parameters: {},
    readJson: () => readJsonBody(incoming),
  };
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  // What is left of a refused body is read and dropped, so that the client gets to the answer.
  request.resume();
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status === 304 ? {} : { "content-length": Buffer.byteLength(answer.body) }),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
  });
  response.end(request.method === "HEAD" || answer.status === 304 ? undefined : answer.body);
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
