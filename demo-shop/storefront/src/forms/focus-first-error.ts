import type { FieldErrors } from "../../../contract/field-reader.ts";

/** Moves the focus to the first field of the form that has an error. */
export function focusFirstError(form: HTMLFormElement, errors: FieldErrors): void {
  for (const element of form.elements) {
    const name = element.getAttribute("name");
    if (name !== null && name in errors && element instanceof HTMLElement) {
      element.focus();
      return;
    }
  }
}
