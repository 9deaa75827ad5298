/**
 * Makes every scroll in a frame reach its end at once.
 *
 * While it plays, the replayer scrolls smoothly, and a page may ask for smooth scrolling itself.
 * Either way a scroll would still be under way when a seek has long left its time, and would then
 * carry the page to where it must not be.
 */
export function scrollAtOnce(frame: HTMLIFrameElement): void {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (view !== null) {
    replaceScrollTo(view);
    replaceScrollTo(view.Element.prototype);
  }
}

interface Scrollable {
  scrollTo(options?: ScrollToOptions): void;
}

function replaceScrollTo(scrollable: Scrollable): void {
  const original = scrollable.scrollTo;
  scrollable.scrollTo = function (this: Scrollable, options?: ScrollToOptions) {
    original.call(this, { ...options, behavior: "instant" });
  };
}
