import { REPLAYED_FILES_MAX } from "../../../limits.ts";

/** Shows a checkbox as neither checked nor unchecked, or no longer. */
export function showIndeterminate(element: HTMLElement, isIndeterminate: boolean): void {
  if (element.localName === "input") {
    (element as HTMLInputElement).indeterminate = isIndeterminate;
  }
}

/** Shows that a control holds so many files; what they are called is not recorded. */
export function showFiles(element: HTMLElement, count: number): void {
  const input = element as HTMLInputElement;
  if (input.localName !== "input" || input.type !== "file") {
    return;
  }
  const files = new DataTransfer();
  for (let index = 0; index < Math.min(count, REPLAYED_FILES_MAX); index++) {
    files.items.add(new File([], "***"));
  }
  input.files = files.files;
}
