import type { CoreConfig } from "../collector/messages.ts";
import { JOURNALS_FOLDER } from "../collector/session/forget-visitor.ts";
import { RECOVERY_DELAY_MS } from "./limits.ts";

/** A file that only this worker has open, as `agent-wasm/src/journal/file.rs` uses it. */
export interface JournalFile {
  write(bytes: Uint8Array, options: { at: number }): number;
  read(into: Uint8Array, options: { at: number }): number;
  truncate(length: number): void;
  getSize(): number;
  close(): void;
}

/** The journals of this site's pages for one project; see `docs/adr/0014-journal.md`. */
export interface Journals {
  /** The journal of this page, empty. */
  readonly own: JournalFile;
  /**
   * Hands over the journals of pages that are gone, oldest first, and removes those of which
   * nothing is needed any more.
   */
  recover(take: (journal: Uint8Array) => Promise<boolean>): Promise<void>;
  /** Removes the journal of this page. */
  remove(): Promise<void>;
}

/** Opens a new journal; `null` where the browser keeps no files for the page. */
export async function openJournals({ endpoint, ingestKey }: CoreConfig): Promise<Journals | null> {
  try {
    // Only workers can write at once, and a file made elsewhere would stay for nothing.
    if (!("createSyncAccessHandle" in FileSystemFileHandle.prototype)) {
      return null;
    }
    const root = await navigator.storage.getDirectory();
    const site = await root.getDirectoryHandle(JOURNALS_FOLDER, CREATE);
    // What is meant for one edge must never be sent to another.
    const project = encodeURIComponent(`${ingestKey} ${endpoint}`);
    const folder = (await site.getDirectoryHandle(project, CREATE)) as Folder;
    // A page that starts in the same moment may take the new file for one that was left.
    return (await begin(folder)) ?? (await begin(folder));
  } catch {
    return null;
  }
}

const CREATE = { create: true };

// The library of the page, which these sources are checked with, does not know what workers can do.
type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
type File = FileSystemFileHandle & { createSyncAccessHandle(): Promise<JournalFile> };

/** Opens a file unless a living page has it open: the browser allows one at a time. */
async function open(file: FileSystemFileHandle): Promise<JournalFile | null> {
  try {
    return await (file as File).createSyncAccessHandle();
  } catch {
    return null;
  }
}

async function begin(folder: Folder): Promise<Journals | null> {
  // In the order of their names journals are in that of their time.
  const name = `${Date.now()}-${crypto.randomUUID()}`;
  const own = await open(await folder.getFileHandle(name, CREATE));
  return own === null ? null : { own, recover, remove };

  async function recover(take: (journal: Uint8Array) => Promise<boolean>): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, RECOVERY_DELAY_MS));
    const names: string[] = [];
    for await (const other of folder.keys()) {
      names.push(other);
    }
    for (const other of names.sort()) {
      const journal = await folder.getFileHandle(other).then(open, () => null);
      if (journal !== null) {
        const bytes = new Uint8Array(journal.getSize());
        journal.read(bytes, { at: 0 });
        const isDone = await take(bytes);
        journal.close();
        if (isDone) {
          await folder.removeEntry(other);
        }
      }
    }
  }

  async function remove(): Promise<void> {
    own?.close();
    await folder.removeEntry(name);
  }
}
