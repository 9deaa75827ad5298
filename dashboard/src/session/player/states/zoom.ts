/** What part of the viewport the visitor saw, in CSS pixels of the page. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Reads the payload of a recorded zoom; it is hostile. */
export function readZoom(payload: unknown): Zoom | null {
  const { x, y, scale } = payload as Record<keyof Zoom, unknown>;
  const zoom = { x: Number(x), y: Number(y), scale: Number(scale) };
  const isSensible = Object.values(zoom).every(Number.isFinite) && zoom.scale >= 1;
  return isSensible ? zoom : null;
}

/** Shows that part of the replay, or all of it, in the room that all of it takes. */
export function showZoom(wrapper: HTMLElement, zoom: Zoom | null): void {
  wrapper.style.transformOrigin = "0 0";
  wrapper.style.transform =
    zoom === null ? "" : `scale(${zoom.scale}) translate(${-zoom.x}px, ${-zoom.y}px)`;
}
