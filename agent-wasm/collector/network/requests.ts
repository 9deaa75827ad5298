import { ERROR_MESSAGE_CHARACTERS_MAX } from "../limits.ts";
import { REQUEST_END, REQUEST_START } from "../op-codes.ts";
import type { Tape } from "../tape.ts";
import { floats } from "../words.ts";
import type { ContentHolder, Contents } from "./contents.ts";

/** Records requests and connections from their start to their end. */
export interface Requests {
  start(request: RequestFacts): OngoingRequest;
}

/** A request that has begun. */
export interface OngoingRequest {
  readonly end: EndRequest;
  /** Notes what it or its answer holds; `side` is one of the `SIDE_…` numbers. */
  note(side: number, holder: ContentHolder): void;
}

export interface RequestFacts {
  /** One of the `INITIATOR_…` numbers. */
  readonly initiator: number;
  readonly method: string;
  readonly url: string;
  readonly traceparent?: string | null;
  /** When it began, if that was not right now. */
  readonly startedMs?: number;
}

/** Notes how a request ended; only the first call counts. `outcome` is one of the `OUTCOME_…` numbers. */
export type EndRequest = (
  outcome: number,
  status: number,
  detail?: string,
  sent?: number,
  received?: number,
) => void;

/** `contents` takes what requests hold, if any of it is to be recorded. */
export function createRequests(tape: Tape, contents: Contents | null): Requests {
  const { guard } = tape;
  const { performance } = tape.page;
  let lastId = 0;

  return {
    start({ initiator, method, url, traceparent = null, startedMs = performance.now() }) {
      lastId += 1;
      const id = lastId;
      let isOver = false;
      const start = guard.wrap(() =>
        tape.write(REQUEST_START, [
          id,
          initiator,
          method,
          url,
          traceparent,
          ...floats([startedMs]),
        ]),
      );
      start();
      const end: EndRequest = (outcome, status, detail = "", sent = 0, received = 0) => {
        if (isOver) {
          return;
        }
        isOver = true;
        const duration = floats([performance.now() - startedMs]);
        const text = detail.slice(0, ERROR_MESSAGE_CHARACTERS_MAX) || null;
        tape.write(REQUEST_END, [id, outcome, status, ...duration, text, sent, received]);
      };
      return {
        end: guard.wrap(end),
        note: guard.wrap((side, holder) => contents?.note(id, side, url, holder)),
      };
    },
  };
}
