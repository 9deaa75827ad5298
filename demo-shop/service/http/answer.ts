import { Problem } from "./problem.ts";

/** What goes back to the client. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array | string;
}

/** An answer with a JSON body that no cache keeps. */
export function jsonAnswer(status: number, value: unknown): Answer {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  };
  return { status, headers, body: JSON.stringify(value) };
}

/** The answer to a request that failed. Faults of ours tell the client nothing about themselves. */
export function problemAnswer(fault: unknown): Answer {
  if (!(fault instanceof Problem)) {
    const message = "Something went wrong on our side. Please try again.";
    return jsonAnswer(500, { error: { code: "internal_error", message } });
  }
  const answer = jsonAnswer(fault.status, { error: fault.details });
  return { ...answer, headers: { ...answer.headers, ...fault.headers } };
}
