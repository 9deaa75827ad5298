import { startFocus } from "./activity/focus.ts";
import { startLoadFailures } from "./activity/load-failures.ts";
import { startNavigation } from "./activity/navigation.ts";
import { startPerformance } from "./activity/performance.ts";
import { startPointerActions } from "./activity/pointer-actions.ts";
import { startPointerMoves } from "./activity/pointer-moves.ts";
import { startSelection } from "./activity/selection.ts";
import { startViewport } from "./activity/viewport.ts";
import { startVisibility } from "./activity/visibility.ts";
import { startDocument } from "./document/start-document.ts";
import type { EarlyCollector } from "./early-collector.ts";
import {
  createJoinedFrames,
  type JoinedFrames,
  type JoiningOptions,
} from "./joining/joined-frames.ts";
import type { BitmapMessage } from "./messages.ts";
import { createContentReader } from "./network/content-reader.ts";
import type { PrivacyConfig } from "./privacy/privacy-config.ts";
import { createScope } from "./scope.ts";
import { yieldToPage } from "./slices.ts";

/** What a collector needs of its surroundings. */
export interface CollectorOptions {
  readonly privacy: PrivacyConfig;
  /** How often canvases are looked at, if at all. */
  readonly canvas: { readonly intervalMs: number } | null;
  /** Whether the recording goes on after a pause, of which nothing is to be recorded. */
  readonly isResumed: boolean;
  /** For frames of other origins that become windows of the session. */
  readonly joining: JoiningOptions;
  /** Takes what is not packed as ops. */
  send(message: BitmapMessage): void;
  /** The visitor did something; called often. */
  onActivity(): void;
  /** The page is hidden or goes away; all that was read has been sent. */
  onLeave(): void;
}

/**
 * Starts reading the page, in turns with it: what a page is slow to begin with it would notice. It
 * ends with the tape of the early collector. Gives who talks to the frames that have joined.
 */
export function startCollector(
  early: EarlyCollector,
  options: CollectorOptions,
): Pick<JoinedFrames, "tell"> {
  const { page, guard } = early.tape;
  const scope = createScope(early, options.privacy, options.onActivity);
  const joinedFrames = createJoinedFrames(scope, options.joining);
  let isStopped = false;
  scope.onStop(() => {
    isStopped = true;
  });
  scope.listen(page, "pagehide", leave);
  const starts = [startStructure, startActivity, startSignals].map(guard.wrap);
  startNext();
  return joinedFrames;

  function startNext(): void {
    const start = starts.shift();
    if (start !== undefined) {
      yieldToPage(page, () => {
        if (!isStopped) {
          start();
          startNext();
        }
      });
    }
  }

  function startStructure(): void {
    scope.onStop(startDocument(scope, joinedFrames, options));
  }

  function startActivity(): void {
    startPointerMoves(scope);
    startPointerActions(scope);
    startFocus(scope);
    startViewport(scope);
    startSelection(scope);
    startVisibility(scope, leave);
  }

  function startSignals(): void {
    startLoadFailures(scope);
    scope.onStop(startNavigation(scope));
    scope.onStop(startPerformance(scope, options.isResumed));
    if (early.contents) {
      early.contents.readBy(createContentReader(early.tape, early.contents.rules));
    }
  }

  function leave(): void {
    scope.post();
    options.onLeave();
  }
}
