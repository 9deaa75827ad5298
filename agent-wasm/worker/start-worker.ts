import type { FromWorker, ToWorker } from "../collector/messages.ts";
import { createBitmaps } from "./bitmaps.ts";
import type { Core, CoreClass, CoreEvent } from "./core.ts";
import { type Journals, openJournals } from "./journal.ts";

/** The part of the worker's global scope that the boot code uses. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  /** Set where this is the thread of the page, which is not ended before it has sent everything. */
  readonly isPageThread?: boolean;
  addEventListener(type: "online", listener: () => void): void;
}

type Start = Extract<ToWorker, { readonly type: "start" }>;

/**
 * Runs the core in a worker: loads it when the main thread says `start`, and passes on what comes
 * after `ready`, in order.
 */
export function startWorker(scope: WorkerScope, load: (start: Start) => Promise<CoreClass>): void {
  let core: Core | null = null;
  let journals: Journals | null = null;
  let recovered = Promise.resolve();
  /** Resolves when nothing is left of what was kept for an edge that refuses the key. */
  let ended: Promise<void> | null = null;
  /** Counts what the main thread was given to send when the page ends. */
  let sequence = 0;
  let isGiven = false;
  const bitmaps = createBitmaps(({ at, id }, picture) => {
    core?.captureBitmap(at, id, picture);
    giveOpenBatch();
  });

  async function start(message: Start): Promise<void> {
    const [Core, opened] = await Promise.all([
      loadCore(message, load),
      openJournals(message.config),
    ]);
    journals = opened;
    const started = new Core(message.config, report, journals?.own ?? null);
    core = started;
    scope.addEventListener("online", () => started.retryNow());
    scope.postMessage({ type: "ready" });
    const recovery = journals?.recover(async (journal) =>
      ended === null ? started.recover(journal) : true,
    );
    // What cannot be read or removed stays for the next page.
    recovered = recovery?.catch(() => {}) ?? recovered;
  }

  function report(event: CoreEvent): void {
    switch (event.kind) {
      case "closed":
        takeBack();
        break;
      case "known_sheets":
        scope.postMessage({ type: "known_sheets", hashes: event.hashes });
        break;
      case "fault":
        scope.postMessage({ type: "fault", message: event.message });
        break;
      case "released":
        scope.postMessage({ type: "released" });
        break;
      case "refused":
        ended = end(event.status);
        break;
    }
  }

  /** A worker is ended with its page, often before it has taken in the last that it was told. */
  function giveOpenBatch(): void {
    const batch = scope.isPageThread ? undefined : core?.openBatch();
    if (batch !== undefined) {
      isGiven = true;
      sequence += 1;
      scope.postMessage({ type: "open_batch", sequence, batch }, [batch.buffer]);
    }
  }

  function takeBack(): void {
    if (isGiven) {
      isGiven = false;
      sequence += 1;
      scope.postMessage({ type: "open_batch", sequence, batch: null });
    }
  }

  /** The edge refuses the key for good, so nothing is kept for it. */
  async function end(status: number): Promise<void> {
    await recovered;
    await removeJournal();
    scope.postMessage({ type: "refused", status });
  }

  /** Answers whether all was delivered, pictures that are still being encoded included. */
  async function settle(request: number, deliver: (to: Core) => Promise<boolean>): Promise<void> {
    await bitmaps.idle();
    const delivered = core !== null && (await deliver(core));
    await ended;
    scope.postMessage({ type: "settled", request, delivered });
  }

  async function stop(to: Core): Promise<boolean> {
    const delivered = await to.stop();
    if (delivered) {
      await removeJournal();
    }
    return delivered;
  }

  async function removeJournal(): Promise<void> {
    // One that cannot be removed is empty, and the next page tries again.
    await journals?.remove().catch(() => {});
  }

  scope.onmessage = ({ data }) => {
    switch (data.type) {
      case "start":
        start(data).catch((fault: unknown) => {
          scope.postMessage({ type: "failed", message: String(fault) });
        });
        break;
      case "capture":
        core?.capture(data.ops, data.lengths, data.text);
        giveOpenBatch();
        break;
      case "bitmap":
        bitmaps.add(data);
        break;
      case "renew_session":
        core?.renewSession(data.sessionId, data.previousId);
        break;
      case "release":
        core?.release(data.reason);
        giveOpenBatch();
        break;
      case "flush":
        settle(data.request, (to) => to.flush());
        break;
      case "leave":
        core?.leave();
        break;
      case "handed_over":
        if (data.sequence === sequence) {
          core?.handOver();
        }
        break;
      case "stop":
        settle(data.request, stop);
        break;
    }
  };
}

/** In JavaScript where WebAssembly is refused and the main thread says where that is. */
async function loadCore(
  start: Start,
  load: (start: Start) => Promise<CoreClass>,
): Promise<CoreClass> {
  try {
    return await load(start);
  } catch (refusal) {
    if (start.coreUrl === undefined) {
      throw refusal;
    }
    const module = await import(/* webpackIgnore: true */ /* @vite-ignore */ start.coreUrl);
    return module.Core;
  }
}
