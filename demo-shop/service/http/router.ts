import type { Answer } from "./answer.ts";
import { Problem } from "./problem.ts";

/** A request as the routes see it. */
export interface ShopRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Parts of the path that the route's pattern names, such as `id` for `/products/:id`. */
  parameters: Readonly<Record<string, string>>;
  /** Reads the body as JSON, bounded. */
  readJson: () => Promise<unknown>;
}

/** One method and path of the service. */
export interface Route {
  method: "GET" | "POST" | "PUT";
  /** Path in which `:name` stands for any one part. */
  pattern: string;
  answer: (request: ShopRequest) => Answer | Promise<Answer>;
}

/**
 * Answers with the first route whose pattern fits the path, or returns null where none does.
 * Throws a `Problem` (405) where the path exists under other methods only.
 */
export async function answerByRoute(
  routes: readonly Route[],
  request: ShopRequest,
): Promise<Answer | null> {
  const methodsAllowed: string[] = [];
  for (const route of routes) {
    const parameters = matchPath(route.pattern, request.path);
    if (parameters === null) continue;
    if (serves(route.method, request.method)) return route.answer({ ...request, parameters });
    methodsAllowed.push(route.method);
  }
  if (methodsAllowed.length > 0) throw methodNotAllowed(methodsAllowed);
  return null;
}

/** The problem of a path that exists, but not for this method. */
export function methodNotAllowed(methodsAllowed: readonly string[]): Problem {
  const message = `This address answers ${methodsAllowed.join(" and ")} only.`;
  const headers = { allow: methodsAllowed.join(", ") };
  return new Problem(405, { code: "method_not_allowed", message }, headers);
}

function serves(routeMethod: Route["method"], requestMethod: string): boolean {
  return routeMethod === requestMethod || (routeMethod === "GET" && requestMethod === "HEAD");
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const expected = pattern.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? "";
    if (part.startsWith(":")) parameters[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return parameters;
}
