import { FOCUS } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** Records which element has the focus. */
export function startFocus(scope: Scope): void {
  function write(target: EventTarget | null, focused: 0 | 1): void {
    const id = scope.idOf(target);
    if (id !== 0) {
      scope.begin(FOCUS);
      scope.writer.word(id);
      scope.writer.word(focused);
      scope.writer.end();
    }
  }

  scope.roots.listenInDocuments("focusin", (event) => write(event.composedPath()[0] ?? null, 1));
  scope.roots.listenInDocuments("focusout", (event) => write(event.composedPath()[0] ?? null, 0));
}
