/** An event of the rrweb format, as far as the dashboard itself looks into it. */
export interface RrwebEvent {
  readonly type: number;
  /** Milliseconds since the Unix epoch. */
  readonly timestamp: number;
  readonly data: unknown;
}

const FULL_SNAPSHOT = 2;
const INCREMENTAL_SNAPSHOT = 3;
const META = 4;
const CUSTOM = 5;

const POINTER_MOVE = 1;

// Mouse move, mouse interaction, scroll, viewport resize, input, touch move, drag, selection.
const SOURCES_OF_INTERACTION: ReadonlySet<unknown> = new Set([POINTER_MOVE, 2, 3, 4, 5, 6, 12, 14]);

/** Whether the event holds a whole document, which a replay needs before anything else. */
export function isFullSnapshot(event: RrwebEvent): boolean {
  return event.type === FULL_SNAPSHOT;
}

/** Whether the event comes from something the visitor did, as opposed to what the page did. */
export function isInteraction(event: RrwebEvent): boolean {
  const source = (event.data as { source?: unknown } | undefined)?.source;
  return event.type === INCREMENTAL_SNAPSHOT && SOURCES_OF_INTERACTION.has(source);
}

/** Positions of the mouse, oldest first, each with its time relative to that of the event. */
export interface PointerMove {
  readonly source: number;
  readonly positions: readonly { readonly timeOffset: number }[];
}

/** The positions of the mouse that the event holds, if that is what it is about. */
export function pointerMoveIn(event: RrwebEvent): PointerMove | undefined {
  const data = event.data as Partial<PointerMove> | undefined;
  const isMove = event.type === INCREMENTAL_SNAPSHOT && data?.source === POINTER_MOVE;
  return isMove && Array.isArray(data.positions) ? (data as PointerMove) : undefined;
}

/** The address of the page, if the event tells it: a page load, or a navigation within a page. */
export function addressIn(event: RrwebEvent): string | undefined {
  const data = event.data as { href?: unknown; tag?: unknown; payload?: unknown } | undefined;
  const isNavigation = event.type === CUSTOM && data?.tag === "navigation";
  const source = isNavigation ? (data?.payload as { href?: unknown } | undefined) : data;
  const tells = event.type === META || isNavigation;
  return tells && typeof source?.href === "string" ? source.href : undefined;
}
