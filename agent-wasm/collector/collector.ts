import { startConsole } from "./activity/console.ts";
import { startFocus } from "./activity/focus.ts";
import { startNavigation } from "./activity/navigation.ts";
import { startPageErrors } from "./activity/page-errors.ts";
import { startPerformance } from "./activity/performance.ts";
import { startPointerActions } from "./activity/pointer-actions.ts";
import { startPointerMoves } from "./activity/pointer-moves.ts";
import { startSelection } from "./activity/selection.ts";
import { startViewport } from "./activity/viewport.ts";
import { startVisibility } from "./activity/visibility.ts";
import type { Clock } from "./clock.ts";
import type { Page } from "./document/dom-reads.ts";
import { startDocument } from "./document/start-document.ts";
import { createGuard } from "./guard.ts";
import { FAULTS_MAX } from "./limits.ts";
import type { BitmapMessage, CaptureMessage } from "./messages.ts";
import { startNetwork } from "./network/start-network.ts";
import {
  CUSTOM_EVENT,
  DISCARDED,
  FLAG,
  IDENTIFY,
  REASON_RECORDER_FAULT,
  RESTORED,
  TAG,
} from "./op-codes.ts";
import type { PrivacyConfig } from "./privacy/privacy-config.ts";
import { createScope } from "./scope.ts";

/** What a collector needs of its surroundings. */
export interface CollectorOptions {
  readonly page: Page;
  readonly clock: Clock;
  readonly privacy: PrivacyConfig;
  /** How often canvases are looked at, if at all. */
  readonly canvas: { readonly intervalMs: number } | null;
  /** The session that requests of the page to its own origin name; `null` if they name none. */
  readonly sessionId: (() => string) | null;
  /** Takes what was read, for the core. */
  send(message: CaptureMessage | BitmapMessage): void;
  /** The visitor did something; called often. */
  onActivity(): void;
  /** The page is hidden or goes away, perhaps to be kept; all that was read has been sent. */
  onLeave(isKept: boolean): void;
  /** The recorder has met so many faults that it stopped. */
  onFaults(fault: unknown): void;
}

/** A running collector. */
export interface Collector {
  /** Records something that the page reports. */
  addEvent(name: string, payloadJson: string | null): void;
  /** Records who the visitor is. */
  identify(userId: string, traitsJson: string | null): void;
  /** Records a fact about the visit. */
  tag(name: string, valueJson: string | null): void;
  /** Records how the page evaluated a feature flag. */
  flag(name: string, valueJson: string | null): void;
  /** Sends all that was read, changes included that the browser has not announced yet. */
  flush(): void;
  /** Sends what there is and undoes all changes to the page. */
  stop(): void;
}

/** Starts reading the page: the first slice of its document right now, everything else as it comes. */
export function startCollector(options: CollectorOptions): Collector {
  const { page, onFaults, onLeave } = options;
  const guard = createGuard(FAULTS_MAX, (fault) => {
    stop();
    onFaults(fault);
  });
  const scope = createScope(options, guard);

  /** Whether the page has been left and may come back, kept in memory by the browser. */
  let isKept = false;
  // The page can be seen again before it is shown; in front of all that other sources say of it.
  scope.listen(page.document, "visibilitychange", comeBack);
  scope.listen(page, "pageshow", comeBack);

  const stopDocument = startDocument(scope, options);
  startPointerMoves(scope);
  startPointerActions(scope);
  startFocus(scope);
  startViewport(scope);
  startSelection(scope);
  startVisibility(scope, leave);
  startPageErrors(scope);
  const stops = [
    stopDocument,
    startNavigation(scope),
    startConsole(scope),
    startPerformance(scope),
    startNetwork(scope, options.sessionId),
  ];
  scope.listen(page, "pagehide", (event) => {
    isKept = (event as PageTransitionEvent).persisted;
    leave();
  });
  scope.beforePost(writeFaults);

  function writeFaults(): void {
    const faultCount = guard.takeFaultCount();
    if (faultCount > 0) {
      scope.write(DISCARDED, [REASON_RECORDER_FAULT, faultCount]);
    }
  }

  function writeReport(code: number, what: string, json: string | null): void {
    scope.settle();
    scope.write(code, [what, json]);
  }

  /** What follows stands behind the records of the pages that the visitor was on meanwhile. */
  function comeBack(): void {
    if (isKept && page.document.visibilityState === "visible") {
      isKept = false;
      scope.write(RESTORED, []);
    }
  }

  function leave(): void {
    scope.post();
    onLeave(isKept);
  }

  function stop(): void {
    scope.stop();
    for (const stopPart of stops.reverse()) {
      stopPart();
    }
  }

  return {
    addEvent: guard.wrap((name, payloadJson) => writeReport(CUSTOM_EVENT, name, payloadJson)),
    identify: guard.wrap((userId, traitsJson) => writeReport(IDENTIFY, userId, traitsJson)),
    tag: guard.wrap((name, valueJson) => writeReport(TAG, name, valueJson)),
    flag: guard.wrap((name, valueJson) => writeReport(FLAG, name, valueJson)),
    flush: guard.wrap(scope.post),
    stop: guard.wrap(() => {
      scope.post();
      stop();
    }),
  };
}
