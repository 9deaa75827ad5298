import { ORIENTATION, VIEWPORT, VISUAL_VIEWPORT } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** Records the size of the viewport, what is seen of it after zooming, and how the device is held. */
export function startViewport(scope: Scope): void {
  const { page, writer } = scope;
  const { orientation } = page.screen;
  const visual = page.visualViewport;

  function writeSize(): void {
    scope.begin(VIEWPORT);
    writer.word(page.innerWidth);
    writer.word(page.innerHeight);
    writer.end();
  }

  function writeVisual(): void {
    const { offsetLeft, offsetTop, scale } = visual as VisualViewport;
    scope.begin(VISUAL_VIEWPORT);
    writer.word(Math.round(offsetLeft));
    writer.word(Math.round(offsetTop));
    writer.word(Math.round(scale * 1_000));
    writer.end();
  }

  function writeOrientation(): void {
    scope.begin(ORIENTATION);
    writer.word(orientation.angle);
    writer.end();
  }

  /** Many events of these types come in one go; what counts is how things are at the post. */
  function listen(target: EventTarget, types: string[], write: () => void): void {
    let isChanged = false;
    for (const type of types) {
      scope.listen(target, type, () => {
        isChanged = true;
        scope.requestPost();
      });
    }
    scope.beforePost(() => {
      if (isChanged) {
        isChanged = false;
        write();
      }
    });
  }

  listen(page, ["resize"], writeSize);
  if (visual !== null) {
    listen(visual, ["resize", "scroll"], writeVisual);
  }
  // Not every browser has it.
  if (orientation?.addEventListener !== undefined) {
    listen(orientation, ["change"], writeOrientation);
  }
}
