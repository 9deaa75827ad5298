import { POINTER_MOUSE, POINTER_PEN, POINTER_TOUCH } from "../op-codes.ts";

/** What an event of a mouse, a pen or a finger is about. Read it before the event is over. */
export interface PointerReading {
  readonly pointer: number;
  readonly target: EventTarget | null;
  /** Whole pixels of the viewport of the target's document; the player knows where frames are. */
  readonly x: number;
  readonly y: number;
}

/** `lastPointer` stands in where an event does not tell, as in some browsers for clicks. */
export function readPointer(event: Event, lastPointer: number): PointerReading | null {
  const touches: TouchList | undefined = (event as TouchEvent).changedTouches;
  const point = touches === undefined ? (event as MouseEvent) : touches[0];
  if (point === undefined) {
    return null;
  }
  return {
    pointer: touches === undefined ? pointerOf(event as PointerEvent, lastPointer) : POINTER_TOUCH,
    // The target proper; `event.target` would be the host of a shadow tree.
    target: event.composedPath()[0] ?? null,
    x: Math.round(point.clientX),
    y: Math.round(point.clientY),
  };
}

function pointerOf({ pointerType }: PointerEvent, lastPointer: number): number {
  switch (pointerType) {
    case "mouse":
      return POINTER_MOUSE;
    case "pen":
      return POINTER_PEN;
    case "touch":
      return POINTER_TOUCH;
    default:
      return lastPointer;
  }
}
