import {
  ACTION_CLICK,
  ACTION_CONTEXT_MENU,
  ACTION_DOUBLE_CLICK,
  ACTION_DOWN,
  ACTION_TOUCH_CANCEL,
  ACTION_TOUCH_END,
  ACTION_TOUCH_START,
  ACTION_UP,
  POINTER_ACTION,
  POINTER_MOUSE,
  POINTER_TOUCH,
} from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { readPointer } from "./pointer-events.ts";

/** Records presses, releases, touches and clicks. */
export function startPointerActions(scope: Scope): void {
  const { writer } = scope;
  let lastPointer = POINTER_MOUSE;

  function noteAction(action: number, event: Event): void {
    const reading = readPointer(event, lastPointer);
    if (reading === null) {
      return;
    }
    lastPointer = reading.pointer;
    scope.noteActivity();
    // A finger is recorded by its touch events.
    if (lastPointer === POINTER_TOUCH && (action === ACTION_DOWN || action === ACTION_UP)) {
      return;
    }
    const id = scope.idOf(reading.target);
    scope.begin(POINTER_ACTION);
    writer.word(action);
    writer.word(id);
    writer.word(reading.x);
    writer.word(reading.y);
    writer.word(lastPointer);
    writer.end();
  }

  for (const [type, action] of Object.entries(ACTIONS)) {
    scope.roots.listenInDocuments(type, (event) => noteAction(action, event));
  }
}

const ACTIONS = {
  pointerdown: ACTION_DOWN,
  pointerup: ACTION_UP,
  touchstart: ACTION_TOUCH_START,
  touchend: ACTION_TOUCH_END,
  touchcancel: ACTION_TOUCH_CANCEL,
  click: ACTION_CLICK,
  dblclick: ACTION_DOUBLE_CLICK,
  contextmenu: ACTION_CONTEXT_MENU,
} as const;
