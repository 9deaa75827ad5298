import { CANVAS_SIDE_MAX, CANVASES_PER_SAMPLE_MAX } from "../limits.ts";
import type { BitmapMessage } from "../messages.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";
import type { ElementStates } from "./node-entries.ts";

/** Pictures of canvases, taken from time to time. */
export interface Canvases {
  readonly states: Readonly<Record<string, ElementStates>>;
  readonly stop: Stop;
}

/**
 * Takes pictures of the canvases of the page and hands them to the worker, which encodes them and
 * drops those that have not changed.
 *
 * The drawing buffer of WebGL is empty once a frame has been shown. The pictures are taken in a
 * callback that was asked for between two frames, so that it runs behind those that the page asked
 * for during the frame before: after it has drawn and before the frame is shown.
 */
export function startCanvases(
  scope: Scope,
  intervalMs: number,
  send: (message: BitmapMessage) => void,
): Canvases {
  const { page, ids, reads, guard, now } = scope;
  /** The one that was looked at longest ago comes first. */
  const canvases = new Set<HTMLCanvasElement>();
  let frame = 0;

  async function take(canvas: HTMLCanvasElement, id: number): Promise<void> {
    const at = now();
    const scale = Math.min(1, CANVAS_SIDE_MAX / Math.max(canvas.width, canvas.height));
    try {
      const bitmap = await page.createImageBitmap(canvas, {
        resizeWidth: Math.ceil(canvas.width * scale),
        resizeHeight: Math.ceil(canvas.height * scale),
      });
      send({ type: "bitmap", id, at, bitmap });
    } catch {
      // It shows something of another origin, which nobody may read.
      canvases.delete(canvas);
    }
  }

  function takeSome(): void {
    frame = 0;
    let left = CANVASES_PER_SAMPLE_MAX;
    for (const canvas of [...canvases]) {
      const id = ids.get(canvas);
      if (!reads.isConnected(canvas)) {
        canvases.delete(canvas);
      } else if (id !== 0 && canvas.width > 0 && canvas.height > 0 && left-- > 0) {
        canvases.delete(canvas);
        canvases.add(canvas);
        take(canvas, id);
      }
    }
  }

  function requestFrame(): void {
    // Pages in the background get no frames.
    if (frame === 0 && canvases.size > 0) {
      frame = page.requestAnimationFrame(guard.wrap(takeSome));
    }
  }

  const timer = page.setInterval(guard.wrap(requestFrame), intervalMs);

  return {
    states: {
      CANVAS(canvas) {
        canvases.add(canvas as HTMLCanvasElement);
        return 0;
      },
    },
    stop() {
      page.clearInterval(timer);
      page.cancelAnimationFrame(frame);
    },
  };
}
