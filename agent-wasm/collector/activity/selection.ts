import { SELECTION } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/** Records what is selected, and where the caret of an editor is. */
export function startSelection(scope: Scope): void {
  const { page, ids, writer } = scope;
  let isChanged = false;
  let last = "";

  /** Both ends of all ranges whose ends are known: id and offset of each. */
  function readRanges(): number[] {
    const selection = page.document.getSelection();
    const words: number[] = [];
    for (let index = 0; index < (selection?.rangeCount ?? 0); index++) {
      const range = selection?.getRangeAt(index) as Range;
      const [start, end] = [ids.get(range.startContainer), ids.get(range.endContainer)];
      if (start !== 0 && end !== 0) {
        words.push(start, range.startOffset, end, range.endOffset);
      }
    }
    return words;
  }

  function write(): void {
    if (!isChanged) {
      return;
    }
    isChanged = false;
    const words = readRanges();
    const key = words.join();
    if (key !== last) {
      last = key;
      scope.begin(SELECTION);
      words.forEach(writer.word);
      writer.end();
    }
  }

  scope.listen(page.document, "selectionchange", () => {
    isChanged = true;
    scope.requestPost();
  });
  scope.beforePost(write);
}
