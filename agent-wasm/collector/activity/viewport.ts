import { VIEWPORT } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** Records the size of the viewport. */
export function startViewport(scope: Scope): void {
  const { page, writer } = scope;
  let isResized = false;

  scope.listen(page, "resize", () => {
    isResized = true;
    scope.requestPost();
  });
  scope.beforePost(() => {
    if (isResized) {
      isResized = false;
      scope.begin(VIEWPORT);
      writer.word(page.innerWidth);
      writer.word(page.innerHeight);
      writer.end();
    }
  });
}
