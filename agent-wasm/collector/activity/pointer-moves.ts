import { POINTER_REST_MS } from "../limits.ts";
import { POINTER_DRAG, POINTER_MOUSE, POINTER_MOVE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { type PointerReading, readPointer } from "./pointer-events.ts";
import { createPointerPath } from "./pointer-path.ts";

interface Sample extends PointerReading {
  readonly atMs: number;
}

/** Records where pointers move, in samples; those of a message are written together. */
export function startPointerMoves(scope: Scope): void {
  const { writer, now } = scope;
  const path = createPointerPath<Sample>();
  let samples: Sample[] = [];
  let movedAtMs = 0;
  /** Whether the pointer has been somewhere that is not a sample. */
  let isMoving = false;

  function noteMove(event: Event, pointer: number): void {
    const reading = readPointer(event, pointer);
    if (reading !== null) {
      movedAtMs = now();
      isMoving = true;
      samples.push(...path.add({ ...reading, atMs: movedAtMs }));
      scope.noteActivity();
      scope.requestPost();
    }
  }

  /** The place where the pointer rests is known, too. */
  function takeRest(mayWait: boolean): void {
    if (!isMoving) {
      return;
    }
    if (mayWait && now() - movedAtMs < POINTER_REST_MS) {
      scope.requestPost();
      return;
    }
    isMoving = false;
    const rest = path.end();
    if (rest !== null) {
      samples.push(rest);
    }
  }

  function write(mayWait: boolean): void {
    takeRest(mayWait);
    const newestFirst = samples.reverse();
    samples = [];
    const atMs = now();
    let pointer = -1;
    for (const sample of newestFirst) {
      if (sample.pointer !== pointer) {
        if (pointer >= 0) {
          writer.end();
        }
        pointer = sample.pointer;
        scope.begin(POINTER_MOVE);
        writer.word(pointer);
      }
      writer.word(atMs - sample.atMs);
      writer.word(scope.ids.get(sample.target as Node));
      writer.word(sample.x);
      writer.word(sample.y);
    }
    if (pointer >= 0) {
      writer.end();
    }
  }

  scope.roots.listenInDocuments("pointermove", (event) => {
    // For the page a touch that scrolls is over as a pointer; as a touch it goes on.
    if ((event as PointerEvent).pointerType !== "touch") {
      noteMove(event, POINTER_MOUSE);
    }
  });
  scope.roots.listenInDocuments("touchmove", (event) => noteMove(event, POINTER_MOUSE));
  // While something is dragged there are no other events.
  scope.roots.listenInDocuments("dragover", (event) => noteMove(event, POINTER_DRAG));
  scope.beforePost(write);
}
