import type { CoreConfig } from "../collector/messages.ts";
import type { JournalFile } from "./journal.ts";

/** What the core reports by itself. */
export type CoreEvent =
  | { readonly kind: "closed"; readonly count: number }
  | { readonly kind: "released"; readonly reason: number }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "known_sheets"; readonly hashes: string }
  | { readonly kind: "fault"; readonly message: string };

/** The recorder core, as `agent-wasm/src/core` exports it. */
export interface Core {
  capture(ops: Uint32Array, lengths: Uint32Array, text: string): void;
  captureBitmap(at: number, node: number, picture: Uint8Array): void;
  renewSession(sessionId: string, previousId: string): void;
  /** Sends what was held back. */
  release(reason: number): void;
  /** Resolves to whether everything has been acknowledged. */
  flush(): Promise<boolean>;
  leave(): void;
  /** The batch that is being filled, as if the page ended now. */
  openBatch(): Uint8Array<ArrayBuffer> | undefined;
  /** The page sends the open batch, so that what comes now belongs to another one. */
  handOver(): void;
  /** Ends a pause before the next attempt to send. */
  retryNow(): void;
  /**
   * Resolves to `true` when nothing of the journal of a page that is gone is needed any more, to
   * `false` if it waits for a later page.
   */
  recover(journal: Uint8Array): Promise<boolean>;
  stop(): Promise<boolean>;
}

/** The class that wasm-bindgen makes of the core. */
export type CoreClass = new (
  config: CoreConfig,
  report: (event: CoreEvent) => void,
  journal: JournalFile | null,
) => Core;
