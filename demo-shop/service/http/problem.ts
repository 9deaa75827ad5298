import type { FieldErrors } from "../../contract/field-reader.ts";

/** What can go wrong with a request, as the customer's page sees it. */
export interface ProblemDetails {
  /** Stable name for programs, in snake case. */
  code: string;
  /** Sentence for people. */
  message: string;
  /** Sentences by field, where the fault is in the fields of a form. */
  fields?: FieldErrors;
}

/** A request that cannot be served. It reaches the client as `{"error": …}`. */
export class Problem extends Error {
  readonly status: number;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, details: ProblemDetails, headers: Record<string, string> = {}) {
    super(details.message);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}

/** The problem of a form whose fields need another look. */
export function fieldsProblem(code: string, message: string, fields: FieldErrors): Problem {
  return new Problem(422, { code, message, fields });
}
