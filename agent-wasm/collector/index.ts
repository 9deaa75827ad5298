// The collector: the part of the recorder that runs on the page's main thread. It reads the page,
// numbers nodes and packs what it read; everything else is done by the core in a worker.
//
// early-collector.ts joins what cannot wait: requests, errors, the console, closed shadow roots
// collector.ts   joins the parts that read the page; they start later, on what is early
// document/      the nodes: the walk of the first snapshot, mutations, and what nodes hold beside markup
// styles/        style sheets, the edits of their rules, and fonts
// activity/      the visitor: pointers, focus, viewport, visibility, addresses; errors, console,
//                what the browser measures
// network/       requests and connections of the page, and the session header on its own ones
// privacy/       what is never read, and what the core is to mask
// joining/       frames of other origins that are windows of the session
// unrecorded.ts  what is left of it where nothing is recorded
// session/       who and where: session, window; whether the session is recorded
// op-writer.ts   what was read, packed; op-codes.ts says which numbers stand for what
// tape.ts        what every source writes to; guard.ts keeps faults from the page
// scope.ts       what sources work with that know the document

export { type Clock, createClock } from "./clock.ts";
export { type CollectorOptions, startCollector } from "./collector.ts";
export type { Page } from "./document/dom-reads.ts";
export {
  type EarlyCollector,
  type Reports,
  reportsTo,
  startEarlyCollector,
  writePause,
} from "./early-collector.ts";
export { joinSession } from "./joining/joined-session.ts";
export {
  type Answer,
  type FromFrame,
  type Question,
  readAnswer,
  type ToFrame,
} from "./joining/messages.ts";
export type { CaptureMessage, CoreConfig, FromWorker, ToWorker } from "./messages.ts";
export type { ContentRules } from "./network/contents.ts";
export {
  RELEASE_DURATION,
  RELEASE_EDGE,
  RELEASE_OTHER_PAGE,
  RELEASE_REQUESTED,
} from "./op-codes.ts";
export type { PrivacyConfig, PrivacyLevel, PrivacySelectors } from "./privacy/privacy-config.ts";
export { forgetVisitor } from "./session/forget-visitor.ts";
export { openKnownSheets } from "./session/known-sheets.ts";
export { randomId } from "./session/random-id.ts";
export { openReleases, type Releases } from "./session/releases.ts";
export { type SamplingRules, type SessionState, sessionState } from "./session/sampling.ts";
export { openSession, type Session, type SessionStart } from "./session/session.ts";
export { type KeyValueStorage, tolerantStorage } from "./session/storage.ts";
export { takeWindowId, type WindowId } from "./session/window-id.ts";
export type { Tape } from "./tape.ts";
export { startUnrecorded } from "./unrecorded.ts";
