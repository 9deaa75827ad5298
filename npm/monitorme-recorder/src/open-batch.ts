import type { Page } from "../../../agent-wasm/collector/index.ts";

/**
 * What the core has not sent yet, masked and encoded. The page sends it when it ends, as the worker
 * is ended with it, often before it can.
 */
export interface OpenBatch {
  /** Puts this in the place of what there is. */
  replace(sequence: number, batch: Uint8Array<ArrayBuffer> | null): void;
}

/** Sends what there is when the page ends or is kept, and calls `onSent` with its number. */
export function keepOpenBatch(
  page: Page,
  url: string,
  signal: AbortSignal,
  onSent: (sequence: number) => void,
): OpenBatch {
  // Nobody is to see these requests, the recorder least of all.
  const { fetch } = page;
  let held: { readonly sequence: number; readonly batch: Uint8Array<ArrayBuffer> } | null = null;

  function send(): void {
    if (held === null) {
      return;
    }
    const { sequence, batch } = held;
    held = null;
    const init: RequestInit = {
      method: "POST",
      body: batch,
      credentials: "omit",
      cache: "no-store",
      keepalive: true,
    };
    Reflect.apply(fetch, page, [url, init]).catch(() => {});
    onSent(sequence);
  }

  page.addEventListener("pagehide", send, { capture: true, signal });
  return {
    replace(sequence, batch) {
      held = batch === null ? null : { sequence, batch };
    },
  };
}
