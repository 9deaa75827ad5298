/** A map with a most number of entries. */
export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  /** Adds or replaces an entry; the oldest one makes room where none is left. */
  set(key: string, value: Value): void;
  /** All values, the oldest first. */
  values(): Iterable<Value>;
}

/** Creates a map that forgets its oldest entry rather than grow beyond `sizeMax`, and tells. */
export function createBoundedMap<Value>(
  sizeMax: number,
  onForgotten: (key: string) => void,
): BoundedMap<Value> {
  const entries = new Map<string, Value>();
  return {
    get: (key) => entries.get(key),
    values: () => entries.values(),
    set(key, value) {
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size <= sizeMax || oldest === undefined) return;
      entries.delete(oldest);
      onForgotten(oldest);
    },
  };
}
