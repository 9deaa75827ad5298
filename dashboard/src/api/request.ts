import { sentence } from "../format/sentence.ts";

/** What the query API answered instead of a result. */
export interface Refusal {
  /** HTTP status, or 0 if no answer came at all. */
  readonly status: number;
  /** Stable name of the cause, for example `session_not_found`. */
  readonly code: string;
  /** The form field the refusal is about, if it is about one. */
  readonly field: string | undefined;
  /** The whole body, for answers that say more than the error. */
  readonly body: unknown;
}

/** A request to the query API that failed; `message` is a sentence for people. */
export class ApiError extends Error {
  readonly refusal: Refusal;

  constructor(message: string, refusal: Refusal) {
    super(message);
    this.name = "ApiError";
    this.refusal = refusal;
  }
}

/** Whether `error` is a refusal with this code. */
export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.refusal.code === code;
}

/** The form field that was refused, if `error` is about one. */
export function refusedField(error: unknown): string | undefined {
  return error instanceof ApiError ? error.refusal.field : undefined;
}

/** Whether `error` says that nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.refusal.status === 401;
}

interface RequestOptions {
  readonly method?: "GET" | "POST" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Sends a request to the query API and returns the successful answer, or throws an `ApiError`. */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await send(path, options);
  if (!response.ok) {
    throw await errorFrom(response);
  }
  return response;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  try {
    return await fetch(path, {
      method: options.method ?? "GET",
      ...(options.body === undefined
        ? {}
        : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) {
      throw error;
    }
    throw new ApiError("The edge did not answer. Check that it runs and that you are online.", {
      status: 0,
      code: "no_answer",
      field: undefined,
      body: undefined,
    });
  }
}

async function errorFrom(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => undefined);
  const error = body?.error ?? {};
  const message =
    typeof error.message === "string" ? error.message : `the edge answered ${response.status}`;
  return new ApiError(sentence(message), {
    status: response.status,
    code: typeof error.code === "string" ? error.code : "unknown",
    field: typeof error.field === "string" ? error.field : undefined,
    body,
  });
}
