import { STATE_SOURCE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { writeState } from "./element-state.ts";
import type { ElementStates } from "./node-entries.ts";

/**
 * Which of its candidates an `img` shows, which depends on the visitor's screen; in the entries of
 * nodes, by tag name.
 */
export function startPictures(scope: Scope): Readonly<Record<string, ElementStates>> {
  const { reads, roots, writer } = scope;

  /** The address chosen, if there was a choice and one was made. */
  function chosenBy(image: HTMLImageElement): string {
    const hasChoice =
      reads.attribute(image, "srcset") !== null || reads.parentNode(image)?.nodeName === "PICTURE";
    return hasChoice ? image.currentSrc : "";
  }

  function writeEntry(image: Element): number {
    const chosen = chosenBy(image as HTMLImageElement);
    if (chosen === "") {
      return 0;
    }
    writer.word(STATE_SOURCE);
    writer.string(chosen);
    return 1;
  }

  // Fired for the element whenever it has got another picture.
  roots.listen("load", ({ target }) => {
    const isImage = reads.tagName(target as Element) === "IMG";
    const chosen = isImage ? chosenBy(target as HTMLImageElement) : "";
    if (chosen !== "") {
      writeState(scope, target as Element, STATE_SOURCE, () => writer.string(chosen));
    }
  });

  return { IMG: writeEntry };
}
