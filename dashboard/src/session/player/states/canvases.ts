/** What canvases of the replay show. */
export interface Canvases {
  /** Shows a picture, in Base64, as large as the canvas. */
  show(canvas: HTMLCanvasElement, picture: string): void;
}

/**
 * The stock replayer draws only where the page's scripts might run, too. While it seeks, pictures
 * come by the hundred; only the last one of each canvas is decoded.
 */
export function createCanvases(): Canvases {
  const latest = new Map<HTMLCanvasElement, string>();
  /** What each canvas is to show; decoding may end in another order than it began. */
  const wanted = new WeakMap<HTMLCanvasElement, string>();

  async function draw(canvas: HTMLCanvasElement, picture: string): Promise<void> {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/webp" }));
    if (wanted.get(canvas) === picture) {
      const context = canvas.getContext("2d");
      context?.clearRect(0, 0, canvas.width, canvas.height);
      context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    }
    bitmap.close();
  }

  function drawLatest(): void {
    for (const [canvas, picture] of latest) {
      latest.delete(canvas);
      draw(canvas, picture).catch(() => {
        // What is no picture cannot be shown.
      });
    }
  }

  return {
    show(canvas, picture) {
      if (latest.size === 0) {
        queueMicrotask(drawLatest);
      }
      latest.set(canvas, picture);
      wanted.set(canvas, picture);
    },
  };
}

/** The picture that the commands of a canvas event draw, in Base64. */
export function pictureIn(commands: unknown): string | null {
  const drawing = (commands as Command[]).find(({ property }) => property === "drawImage");
  const picture = drawing?.args[0]?.args?.[0]?.data?.[0]?.base64;
  return typeof picture === "string" ? picture : null;
}

interface Command {
  readonly property: string;
  readonly args: readonly {
    readonly args?: readonly { readonly data?: readonly { readonly base64?: unknown }[] }[];
  }[];
}
