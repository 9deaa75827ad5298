import type { KeyValueStorage } from "./storage.ts";

/** Remembers which session is sent although it was held back, for all its pages and tabs. */
export interface Releases {
  isReleased(session: string): boolean;
  remember(session: string): void;
  /** Whether a change of the storage may be a release in another tab. */
  isAbout(change: StorageEvent): boolean;
}

/** `project` is for whom the session is recorded; recorders of others on the page decide apart. */
export function openReleases(storage: KeyValueStorage, project: string): Releases {
  const key = `monitorme.released ${project}`;
  return {
    isReleased: (session) => storage.getItem(key) === session,
    remember: (session) => storage.setItem(key, session),
    isAbout: (change) => change.key === key,
  };
}
