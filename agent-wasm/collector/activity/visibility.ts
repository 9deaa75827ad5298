import { VISIBILITY } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** Records whether the page can be seen; `onHidden` is called after that was written. */
export function startVisibility(scope: Scope, onHidden: () => void): void {
  const { document } = scope.page;

  scope.listen(document, "visibilitychange", () => {
    const isVisible = document.visibilityState === "visible";
    scope.begin(VISIBILITY);
    scope.writer.word(isVisible ? 1 : 0);
    scope.writer.end();
    if (!isVisible) {
      onHidden();
    }
  });
}
