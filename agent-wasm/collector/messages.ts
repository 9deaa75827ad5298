import type { PrivacyConfig } from "./privacy/privacy-config.ts";

/** What the core is told when recording starts. */
export interface CoreConfig {
  /** Address of the edge. */
  readonly endpoint: string;
  /** The project's public, write-only key. */
  readonly ingestKey: string;
  /** Where batches go; `batchesUrl` makes it of the two. */
  readonly batchesUrl: string;
  readonly sessionId: string;
  /** The session that had run out when this one began; empty if none is known. */
  readonly previousSessionId: string;
  /** Whether batches are held back until `release`, and whether the core does that on an error. */
  readonly isHeldBack: boolean;
  readonly releasesOnError: boolean;
  readonly windowId: string;
  /** The frame of another window that shows this page; empty and 0 if none does. */
  readonly framingWindowId: string;
  readonly framingNode: number;
  /** The instant from which the ops count, in milliseconds since the Unix epoch. */
  readonly originMs: number;
  readonly recorderVersion: string;
  /** What the last `known_sheets` said, perhaps on an earlier page; empty if there was none. */
  readonly knownSheets: string;
  readonly privacy: PrivacyConfig;
}

/** A run of ops with their strings joined; the layout is described in `agent-wasm/src/capture`. */
export interface CaptureMessage {
  readonly type: "capture";
  readonly ops: Uint32Array<ArrayBuffer>;
  /** Length of each string in UTF-16 units. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly text: string;
}

/** What a canvas shows. */
export interface BitmapMessage {
  readonly type: "bitmap";
  /** Id of the canvas. */
  readonly id: number;
  /** Milliseconds since the recorder's origin. */
  readonly at: number;
  readonly bitmap: ImageBitmap;
}

/** From the main thread to the worker. */
export type ToWorker =
  | {
      readonly type: "start";
      readonly config: CoreConfig;
      /** Where the compiled core is, if the worker does not carry it. */
      readonly wasmUrl?: string;
      /** Where the core in JavaScript is, for pages that refuse WebAssembly. */
      readonly coreUrl?: string;
    }
  | CaptureMessage
  | BitmapMessage
  | { readonly type: "renew_session"; readonly sessionId: string; readonly previousId: string }
  /** What was held back is wanted, for one of the `RELEASE_…` reasons. */
  | { readonly type: "release"; readonly reason: number }
  | { readonly type: "flush"; readonly request: number }
  | { readonly type: "leave" }
  /** The main thread has sent the open batch that came with this number. */
  | { readonly type: "handed_over"; readonly sequence: number }
  | { readonly type: "stop"; readonly request: number };

/** From the worker to the main thread. */
export type FromWorker =
  | { readonly type: "ready" }
  /** The core could not be started. */
  | { readonly type: "failed"; readonly message: string }
  /** What the main thread is to send when the page ends, in place of what came before. */
  | {
      readonly type: "open_batch";
      readonly sequence: number;
      readonly batch: Uint8Array<ArrayBuffer> | null;
    }
  | { readonly type: "settled"; readonly request: number; readonly delivered: boolean }
  | { readonly type: "refused"; readonly status: number }
  /** What was held back is sent. */
  | { readonly type: "released" }
  /** Hashes of the style sheets that the edge has, parted by spaces; to be kept for later pages. */
  | { readonly type: "known_sheets"; readonly hashes: string }
  | { readonly type: "fault"; readonly message: string };
