import { useCallback, useEffect, useState } from "react";
import { asShopFault, requestJson, type ShopFault } from "./request.ts";

/** How far a request has come. */
export type Answered<Answer> =
  /** `previous` is the answer to the address before, to be shown until the new one is here. */
  | { state: "loading"; previous: Answer | null }
  | { state: "failed"; fault: ShopFault; retry: () => void }
  | { state: "ready"; answer: Answer };

interface Settled<Answer> {
  address: string;
  answer: Answer | null;
  fault: ShopFault | null;
}

/**
 * Fetches `address` whenever it changes, and drops what is no longer wanted. Without an address
 * it waits in the state "loading".
 */
export function useAnswer<Answer>(address: string | null): Answered<Answer> {
  const [settled, setSettled] = useState<Settled<Answer> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setSettled(null);
    setAttempt((count) => count + 1);
  }, []);

  useEffect(() => {
    if (address === null) return;
    const { abort, signal } = abortable();
    requestJson<Answer>(address, { signal })
      .then((answer) => ({ address, answer, fault: null }))
      .catch((reason: unknown) => ({ address, answer: null, fault: asShopFault(reason) }))
      .then((outcome) => {
        if (!signal.aborted) setSettled(outcome);
      });
    return abort;
  }, [address, attempt]);

  if (settled === null) return { state: "loading", previous: null };
  if (settled.address !== address) return { state: "loading", previous: settled.answer };
  if (settled.fault !== null) return { state: "failed", fault: settled.fault, retry };
  return { state: "ready", answer: settled.answer as Answer };
}

function abortable() {
  const controller = new AbortController();
  return { abort: () => controller.abort(), signal: controller.signal };
}
