import {
  STATE_TOP_LAYER,
  TOP_LAYER_FULLSCREEN,
  TOP_LAYER_MODAL_DIALOG,
  TOP_LAYER_OUTSIDE,
  TOP_LAYER_POPOVER,
} from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { writeState } from "./element-state.ts";
import type { ElementStates } from "./node-entries.ts";
import { ELEMENT_NODE } from "./node-types.ts";

/** What is shown above the page: modal dialogs, popovers, the element that fills the screen. */
export interface TopLayer {
  readonly states: Readonly<Record<string, ElementStates>>;
  /** Notes an element that may be shown as a popover. */
  notePopover(element: Element): void;
  /** Looks for what filled the screen before the recorder; it is done at once. */
  step(): boolean;
}

/**
 * No attribute tells a modal dialog from another one, or an open popover from a closed one, so the
 * elements that may be in the top layer are asked before each post.
 */
export function startTopLayer(scope: Scope): TopLayer {
  const { page, ids, reads, roots, writer } = scope;
  const { matches } = page.Element.prototype;
  const selectors = SELECTORS.filter(([selector]) => page.CSS.supports(`selector(${selector})`));
  /** All dialogs, and what else was seen in the top layer; with what was written last. */
  const candidates = new Map<Element, { readonly kind: number; readonly id: number }>();
  let entryCount = 0;
  let isSearched = false;

  function kindOf(element: Element): number {
    const found = selectors.find(([selector]) => matches.call(element, selector));
    return found?.[1] ?? TOP_LAYER_OUTSIDE;
  }

  function add(element: Element): void {
    if (!candidates.has(element)) {
      candidates.set(element, UNWRITTEN);
    }
  }

  function noteTarget(event: Event): void {
    const target = event.composedPath()[0];
    if (reads.nodeType(target as Node) === ELEMENT_NODE) {
      add(target as Element);
      scope.requestPost();
    }
  }

  function noteDialog(dialog: Element): number {
    // A dialog that moves leaves the top layer.
    candidates.set(dialog, UNWRITTEN);
    return 0;
  }

  function compare(): void {
    for (const [element, last] of candidates) {
      const kind = kindOf(element);
      const id = ids.get(element);
      // One that came back, or is told again after a fault, is news to the core.
      const isNews = kind !== last.kind || (kind !== TOP_LAYER_OUTSIDE && id !== last.id);
      if (id !== 0 && isNews) {
        candidates.set(element, { kind, id });
        writeState(scope, element, STATE_TOP_LAYER, () => {
          writer.word(kind);
          writer.word(entryCount++);
        });
      }
      const isOfUse = kind !== TOP_LAYER_OUTSIDE || reads.tagName(element) === "DIALOG";
      if (!reads.isConnected(element) || !isOfUse) {
        candidates.delete(element);
      }
    }
  }

  // They do not bubble out of shadow trees.
  roots.listen("toggle", noteTarget);
  roots.listen("fullscreenchange", noteTarget);
  scope.beforePost(compare);

  return {
    states: { DIALOG: noteDialog },
    notePopover: add,
    step() {
      if (!isSearched) {
        isSearched = true;
        for (const { fullscreenElement } of roots.all()) {
          if (fullscreenElement) {
            add(fullscreenElement);
          }
        }
      }
      return true;
    },
  };
}

const UNWRITTEN = { kind: TOP_LAYER_OUTSIDE, id: 0 };

/** An element that fills the screen counts as modal, too. */
const SELECTORS: readonly (readonly [string, number])[] = [
  [":fullscreen", TOP_LAYER_FULLSCREEN],
  [":modal", TOP_LAYER_MODAL_DIALOG],
  [":popover-open", TOP_LAYER_POPOVER],
];
