/** A place in a session, as the address of the page names it: `?t=<ms>&window=<id>`. */
export interface Place {
  /** Milliseconds since the first record. */
  readonly timeMs: number;
  readonly windowId: string | null;
}

/** Reads the place from the query of an address. What is missing or makes no sense is the start. */
export function placeFromQuery(query: string): Place {
  const parameters = new URLSearchParams(query);
  const timeMs = Number(parameters.get("t") ?? 0);
  return {
    timeMs: Number.isFinite(timeMs) ? Math.max(0, Math.round(timeMs)) : 0,
    windowId: parameters.get("window"),
  };
}

/** Writes the place into the query of an address and keeps whatever else it holds. */
export function queryWithPlace(query: string, place: Place): string {
  const parameters = new URLSearchParams(query);
  parameters.set("t", String(Math.round(place.timeMs)));
  if (place.windowId === null) {
    parameters.delete("window");
  } else {
    parameters.set("window", place.windowId);
  }
  return `?${parameters}`;
}
