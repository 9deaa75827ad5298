/**
 * What a visitor could see or hear of a document beside its markup, one line per fact. It is the same
 * for a page and its replay; of values that are private only whether there is any is told.
 */
export function statePicture(document: Document): string {
  const lines: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("[id]")) {
    const facts = Object.entries(factsOf(element)).map(([name, value]) => `${name}=${value}`);
    if (facts.length > 0) lines.push(`${element.id}: ${facts.join(" ")}`);
  }
  return lines.join("\n");
}

type Facts = Record<string, unknown>;

function factsOf(element: HTMLElement): Facts {
  return { ...factsByTag[element.localName]?.(element as never), ...layerOf(element) };
}

const factsByTag: Record<string, (element: never) => Facts> = {
  input: ({ type, checked, indeterminate, files, value }: HTMLInputElement) => {
    switch (type) {
      case "checkbox":
      case "radio":
        return { checked, indeterminate };
      case "file":
        return { files: files?.length };
      // A replay cannot show stars in these.
      case "range":
      case "date":
      case "color":
        return {};
      default:
        return { value: value === "" ? "" : "***" };
    }
  },
  textarea: ({ value }: HTMLTextAreaElement) => ({ value: value === "" ? "" : "***" }),
  option: ({ selected }: HTMLOptionElement) => ({ selected }),
  output: ({ textContent }: HTMLOutputElement) => ({ textContent }),
  details: ({ open }: HTMLDetailsElement) => ({ open }),
  progress: ({ position }: HTMLProgressElement) => ({ position }),
  meter: ({ value }: HTMLMeterElement) => ({ value }),
  audio: ({ paused, muted, loop, volume, playbackRate, currentTime }: HTMLAudioElement) => ({
    muted,
    loop,
    volume,
    // What plays is held while a replay stands still.
    ...(paused ? { playbackRate, second: Math.round(currentTime) } : {}),
  }),
  img: ({ currentSrc, naturalWidth }: HTMLImageElement) => ({
    currentSrc: currentSrc.slice(-40),
    naturalWidth,
  }),
  canvas: (canvas: HTMLCanvasElement) => ({ colors: colorsOf(canvas) }),
  p: (paragraph: HTMLElement) => ({ text: paragraph.isContentEditable ? "***" : "" }),
  div: (box: HTMLElement) => {
    const { opacity, translate } = getComputedStyle(box);
    return { opacity: Number(opacity).toFixed(1), translate };
  },
};

function layerOf(element: HTMLElement): Facts {
  const facts: Facts = {};
  if (element.localName === "dialog") facts.open = (element as HTMLDialogElement).open;
  if (element.matches("dialog:modal")) facts.layer = "modal";
  if (element.matches(":fullscreen, [rr_fullscreen]")) facts.layer = "fullscreen";
  else if (element.matches(":popover-open")) facts.layer = "popover";
  const { width, height, left, top } = element.getBoundingClientRect();
  if (facts.layer) {
    facts.box = [left, top, width, height].map(Math.round).join(",");
    const { ownerDocument } = element;
    const above = ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    facts.isOnTop = above !== null && element.contains(above);
  }
  return facts;
}

/** The colors in the middle of the four quarters, coarse enough for lossy pictures. */
function colorsOf(canvas: HTMLCanvasElement): string {
  const copy = document.createElement("canvas");
  copy.width = copy.height = 4;
  const context = copy.getContext("2d");
  context?.drawImage(canvas, 0, 0, 4, 4);
  const { data } = context?.getImageData(0, 0, 4, 4) ?? { data: new Uint8ClampedArray() };
  const pixels = [5, 6, 9, 10].map((pixel) => data.slice(pixel * 4, pixel * 4 + 4));
  return pixels.map((pixel) => [...pixel].map((part) => Math.round(part / 64)).join("")).join("-");
}
