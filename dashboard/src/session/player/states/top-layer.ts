/** Marks the element that filled the visitor's screen. */
const FULLSCREEN_MARK = "rr_fullscreen";

const FULLSCREEN_STYLE: Readonly<Record<string, string>> = {
  position: "fixed",
  inset: "0",
  width: "100%",
  height: "100%",
  "max-width": "none",
  "max-height": "none",
  margin: "0",
  border: "none",
  padding: "0",
  "box-sizing": "border-box",
  "object-fit": "contain",
};

/** Puts an element above the replayed page, in the way the recording names, or takes it back. */
export function placeInTopLayer(element: HTMLElement, place: string): void {
  switch (place) {
    case "modal dialog":
      showModal(element as HTMLDialogElement);
      break;
    case "popover":
      if (!element.matches(":popover-open")) {
        element.showPopover();
      }
      break;
    case "fullscreen":
      fillScreen(element);
      break;
    default:
      takeBack(element);
  }
}

function showModal(dialog: HTMLDialogElement): void {
  if (!dialog.matches(":modal")) {
    dialog.close();
    dialog.showModal();
  }
}

// A frame cannot fill its viewport without its person's consent; a popover looks the same.
function fillScreen(element: HTMLElement): void {
  if (element.hasAttribute(FULLSCREEN_MARK)) {
    return;
  }
  element.setAttribute(FULLSCREEN_MARK, element.getAttribute("popover") ?? "");
  element.popover = "manual";
  for (const [name, value] of Object.entries(FULLSCREEN_STYLE)) {
    element.style.setProperty(name, value, "important");
  }
  element.showPopover();
}

function takeBack(element: HTMLElement): void {
  if (element.matches(":popover-open")) {
    element.hidePopover();
  }
  if (element.hasAttribute(FULLSCREEN_MARK)) {
    element.popover = element.getAttribute(FULLSCREEN_MARK) || null;
    element.removeAttribute(FULLSCREEN_MARK);
    for (const name of Object.keys(FULLSCREEN_STYLE)) {
      element.style.removeProperty(name);
    }
  }
  if (element.localName === "dialog" && element.matches(":modal")) {
    // Without the attribute, which the recording has taken away, it would not close.
    const dialog = element as HTMLDialogElement;
    dialog.open = true;
    dialog.close();
  }
}
