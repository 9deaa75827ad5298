/** The part of `Storage` that sessions and windows need. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * A storage that never throws: where the page's is denied, as by privacy settings, or full, values
 * are kept for as long as the page lives.
 */
export function tolerantStorage(open: () => KeyValueStorage): KeyValueStorage {
  const kept = new Map<string, string>();
  const storage = attempt(open, null);

  return {
    getItem: (key) => kept.get(key) ?? attempt(() => storage?.getItem(key) ?? null, null),
    setItem(key, value) {
      const isStored = attempt(() => {
        storage?.setItem(key, value);
        return storage !== null;
      }, false);
      if (isStored) {
        kept.delete(key);
      } else {
        kept.set(key, value);
      }
    },
    removeItem(key) {
      kept.delete(key);
      attempt(() => storage?.removeItem(key), undefined);
    },
  };
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
