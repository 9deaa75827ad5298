import { FOCUS, WINDOW_FOCUS } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** Records which element has the focus, and whether the window has it. */
export function startFocus(scope: Scope): void {
  const { page, writer } = scope;

  function write(target: EventTarget | null, focused: 0 | 1): void {
    const id = scope.idOf(target);
    if (id !== 0) {
      scope.begin(FOCUS);
      writer.word(id);
      writer.word(focused);
      writer.end();
    }
  }

  function writeWindow({ target, type }: Event): void {
    // Elements tell the window, too.
    if (target === page) {
      scope.begin(WINDOW_FOCUS);
      writer.word(type === "focus" ? 1 : 0);
      writer.end();
    }
  }

  scope.roots.listenInDocuments("focusin", (event) => write(event.composedPath()[0] ?? null, 1));
  scope.roots.listenInDocuments("focusout", (event) => write(event.composedPath()[0] ?? null, 0));
  scope.listen(page, "focus", writeWindow);
  scope.listen(page, "blur", writeWindow);
}
