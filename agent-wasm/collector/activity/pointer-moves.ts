import { POINTER_SAMPLE_MS } from "../limits.ts";
import { POINTER_MOUSE, POINTER_MOVE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { type PointerReading, readPointer } from "./pointer-events.ts";

interface Sample extends PointerReading {
  readonly atMs: number;
}

/** Records where pointers move, in samples; those of a message are written together. */
export function startPointerMoves(scope: Scope): void {
  const { writer, now } = scope;
  let samples: Sample[] = [];
  /** Where the pointer is since the last sample, so that the place where it rests is known. */
  let latest: Sample | null = null;
  let sampledAtMs = Number.NEGATIVE_INFINITY;

  function noteMove(event: Event): void {
    const reading = readPointer(event, POINTER_MOUSE);
    if (reading === null) {
      return;
    }
    const atMs = now();
    latest = { ...reading, atMs };
    scope.noteActivity();
    if (atMs - sampledAtMs >= POINTER_SAMPLE_MS) {
      takeLatest();
      scope.requestPost();
    }
  }

  function takeLatest(): void {
    if (latest !== null) {
      samples.push(latest);
      sampledAtMs = latest.atMs;
      latest = null;
    }
  }

  function write(): void {
    takeLatest();
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
      noteMove(event);
    }
  });
  scope.roots.listenInDocuments("touchmove", noteMove);
  scope.beforePost(write);
}
