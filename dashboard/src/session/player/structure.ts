import type { Replayer } from "@rrweb/replay";
import { scrollAtOnce } from "./scroll-at-once.ts";

/**
 * Does what the stock replayer leaves undone: it neither defines the custom elements that a page
 * defines after its snapshot, so that pages which hide undefined ones would stay hidden, nor knows
 * of our way to scroll when it comes to the documents of frames.
 */
export function followStructure(replayer: Replayer): void {
  replayer.on("event-cast", (event) => {
    const { data } = event as { data?: StructureData };
    if (data?.source === SOURCE_CUSTOM_ELEMENT && data.define) {
      defineElement(nodeOf(replayer, data.id), data.define.name);
    } else if (data?.isAttachIframe) {
      const frame = nodeOf(replayer, data.adds?.[0]?.parentId);
      if (frame?.nodeName === "IFRAME") {
        scrollAtOnce(frame as HTMLIFrameElement);
      }
    }
  });
}

/** Of the events about structure, as `wire-format/src/rrweb` writes them. */
interface StructureData {
  readonly source?: number;
  readonly id?: number;
  readonly define?: { readonly name: string };
  readonly isAttachIframe?: boolean;
  readonly adds?: readonly { readonly parentId: number }[];
}

const SOURCE_CUSTOM_ELEMENT = 16;

function nodeOf(replayer: Replayer, id: number | undefined): Node | null {
  return id === undefined ? null : replayer.getMirror().getNode(id);
}

function defineElement(document: Node | null, name: string): void {
  const view = (document as Document | null)?.defaultView;
  // A recording is hostile content: its names need not be names of custom elements.
  try {
    if (view && view.customElements.get(name) === undefined) {
      view.customElements.define(name, class extends view.HTMLElement {});
    }
  } catch {
    // Elements of this name stay undefined.
  }
}
