import { createConsole } from "./activity/console.ts";
import { startPageErrors } from "./activity/page-errors.ts";
import type { Clock } from "./clock.ts";
import { type AttachedRoots, createAttachedRoots } from "./document/attached-roots.ts";
import { captureDomReads, type DomReads, type Page } from "./document/dom-reads.ts";
import { createGuard } from "./guard.ts";
import { FAULTS_MAX } from "./limits.ts";
import type { CaptureMessage } from "./messages.ts";
import { type ContentRules, type Contents, createContents } from "./network/contents.ts";
import { createNetwork } from "./network/network.ts";
import {
  CUSTOM_EVENT,
  DISCARDED,
  FLAG,
  IDENTIFY,
  PAUSE,
  REASON_RECORDER_FAULT,
  TAG,
} from "./op-codes.ts";
import { stopAll } from "./patch.ts";
import { createTape, type StartRealm, type Tape } from "./tape.ts";

/** The part of the collector that cannot wait, as what it does not see is gone. */
export interface EarlyCollector {
  readonly tape: Tape;
  readonly reads: DomReads;
  readonly attachedRoots: AttachedRoots;
  /** What requests and answers hold, if any of it is to be recorded. */
  readonly contents: Contents | null;
  /** Starts to see in a frame what is seen in the page. */
  readonly startRealm: StartRealm;
}

/** What a page tells by itself. */
export interface Reports {
  /** Records something that happened. */
  addEvent(name: string, payloadJson: string | null): void;
  /** Records who the visitor is. */
  identify(userId: string, traitsJson: string | null): void;
  /** Records a fact about the visit. */
  tag(name: string, valueJson: string | null): void;
  /** Records how the page evaluated a feature flag. */
  flag(name: string, valueJson: string | null): void;
}

export interface EarlyOptions {
  readonly page: Page;
  readonly clock: Clock;
  /** The session that requests of the page to its own origin name; `null` if they name none. */
  readonly sessionId: (() => string) | null;
  /** What of requests and answers is recorded; `null` if nothing is. */
  readonly network: ContentRules | null;
  /** Takes what was read, for the core. */
  send(message: CaptureMessage): void;
  /** There were so many faults that nothing is read any more. */
  onFaults(fault: unknown): void;
}

/** Starts seeing requests, errors, the console and closed shadow roots, without reading the document. */
export function startEarlyCollector(options: EarlyOptions): EarlyCollector {
  const { page, network, onFaults } = options;
  const guard = createGuard(FAULTS_MAX, (fault) => {
    tape.stop();
    onFaults(fault);
  });
  const tape = createTape(page, options.clock, guard, options.send);
  const attachedRoots = createAttachedRoots(guard);
  const reads = captureDomReads(page, attachedRoots);

  tape.beforePost(() => {
    const faultCount = guard.takeFaultCount();
    if (faultCount > 0) {
      tape.write(DISCARDED, [REASON_RECORDER_FAULT, faultCount]);
    }
  });
  const contents = network && createContents(page, network);
  const startConsole = createConsole(tape, reads);
  const startNetwork = createNetwork(tape, options.sessionId, contents);
  const startRealm: StartRealm = (realm) =>
    stopAll([
      startPageErrors(tape, realm),
      startConsole(realm),
      startNetwork(realm),
      attachedRoots.startRealm(realm),
    ]);
  tape.onStop(startRealm(page));
  return { tape, reads, attachedRoots, contents, startRealm };
}

/** Says that the recording pauses, or goes on after a pause. */
export function writePause(tape: Tape, paused: boolean): void {
  tape.settle();
  tape.write(PAUSE, [Number(paused)]);
}

/** Lets a page write to the tape, behind what is already known of its document. */
export function reportsTo(tape: Tape): Reports {
  const report = (code: number) =>
    tape.guard.wrap((what: string, json: string | null) => {
      tape.settle();
      tape.write(code, [what, json]);
    });
  return {
    addEvent: report(CUSTOM_EVENT),
    identify: report(IDENTIFY),
    tag: report(TAG),
    flag: report(FLAG),
  };
}
