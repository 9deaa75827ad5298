import type { BitmapMessage } from "../collector/messages.ts";
import { BITMAPS_WAITING_MAX, WEBP_QUALITY } from "./limits.ts";

/** Encodes pictures of canvases, one after the other. */
export interface Bitmaps {
  /** Takes a picture over. */
  add(message: BitmapMessage): void;
  /** Resolves when all pictures there are have been passed on or dropped. */
  idle(): Promise<void>;
}

/** `pass` gets those that show something else than the one before of the same canvas. */
export function createBitmaps(
  pass: (message: BitmapMessage, picture: Uint8Array) => void,
): Bitmaps {
  const hashes = new Map<number, number>();
  let queue = Promise.resolve();
  let waitingCount = 0;

  async function encode(message: BitmapMessage): Promise<void> {
    const { width, height } = message.bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context?.drawImage(message.bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data;
    const hash = pixels === undefined ? 0 : hashOf(new Uint32Array(pixels.buffer));
    if (pixels === undefined || hashes.get(message.id) === hash) {
      return;
    }
    hashes.set(message.id, hash);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: WEBP_QUALITY });
    pass(message, new Uint8Array(await blob.arrayBuffer()));
  }

  return {
    add(message) {
      if (waitingCount >= BITMAPS_WAITING_MAX) {
        // A later picture of the canvas will say what this one would have said.
        message.bitmap.close();
        return;
      }
      waitingCount += 1;
      queue = queue
        .then(() => encode(message))
        // One that shows something of another origin cannot be read.
        .catch(() => {})
        .finally(() => {
          message.bitmap.close();
          waitingCount -= 1;
        });
    },
    idle: () => queue,
  };
}

/** FNV-1a, over whole pixels. */
function hashOf(pixels: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (const pixel of pixels) {
    hash = Math.imul(hash ^ pixel, 0x01000193);
  }
  return hash;
}
