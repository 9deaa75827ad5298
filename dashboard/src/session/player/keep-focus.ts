/**
 * Keeps the focus where it is when a dialog or a popover opens in a frame. Both take it by
 * themselves, from the person at the dashboard, who may be using the keyboard.
 */
export function keepFocus(frame: HTMLIFrameElement): void {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (view !== null) {
    giveBack(view.HTMLDialogElement.prototype, ["show", "showModal"]);
    giveBack(view.HTMLElement.prototype, ["showPopover"]);
  }
}

function giveBack<T extends object, K extends keyof T>(prototype: T, names: readonly K[]): void {
  for (const name of names) {
    const original = prototype[name] as (this: unknown, ...values: unknown[]) => unknown;
    prototype[name] = function (this: unknown, ...values: unknown[]) {
      const focused = document.activeElement as HTMLElement | null;
      const result = original.apply(this, values);
      if (document.activeElement !== focused) {
        focused?.focus({ preventScroll: true });
      }
      return result;
    } as T[K];
  }
}
