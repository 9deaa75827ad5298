import { getter, type Page } from "./dom-reads.ts";

/** What a control holds: its value, or whether it is checked. */
export type ControlState = string | boolean;

/** Reads of form controls through the accessors of the prototypes, like `DomReads`. */
export interface ControlReads {
  state(control: HTMLInputElement | HTMLTextAreaElement): ControlState;
  /** What the markup alone would make of it. */
  defaultState(control: HTMLInputElement | HTMLTextAreaElement): ControlState;
  selectedOptions(select: HTMLSelectElement): HTMLOptionElement[];
  isSelected(option: HTMLOptionElement): boolean;
  isSelectedByDefault(option: HTMLOptionElement): boolean;
}

/** Takes the accessors from the page's prototypes. */
export function captureControlReads(page: Page): ControlReads {
  const input = page.HTMLInputElement.prototype;
  const textarea = page.HTMLTextAreaElement.prototype;
  const select = page.HTMLSelectElement.prototype;
  const option = page.HTMLOptionElement.prototype;

  const type = getter<string>(input, "type");
  const checked = getter<boolean>(input, "checked");
  const defaultChecked = getter<boolean>(input, "defaultChecked");
  const value = getter<string>(input, "value");
  const defaultValue = getter<string>(input, "defaultValue");
  const text = getter<string>(textarea, "value");
  const defaultText = getter<string>(textarea, "defaultValue");
  const selectedIndex = getter<number>(select, "selectedIndex");
  const selectedOptions = getter<HTMLCollectionOf<HTMLOptionElement>>(select, "selectedOptions");
  const multiple = getter<boolean>(select, "multiple");
  const isSelected = getter<boolean>(option, "selected");
  const isSelectedByDefault = getter<boolean>(option, "defaultSelected");

  function read(
    control: HTMLInputElement | HTMLTextAreaElement,
    ofTextarea: (this: unknown) => string,
    ofInput: (this: unknown) => string,
    ofCheckable: (this: unknown) => boolean,
  ): ControlState {
    if (control.localName === "textarea") {
      return ofTextarea.call(control);
    }
    const kind = type.call(control);
    if (kind === "checkbox" || kind === "radio") {
      return ofCheckable.call(control);
    }
    return STATELESS_TYPES.has(kind) ? "" : ofInput.call(control);
  }

  return {
    state: (control) => read(control, text, value, checked),
    defaultState: (control) => read(control, defaultText, defaultValue, defaultChecked),
    selectedOptions(of) {
      if (multiple.call(of)) {
        return Array.from(selectedOptions.call(of));
      }
      const option = of.item(selectedIndex.call(of));
      return option === null ? [] : [option];
    },
    isSelected: (of) => isSelected.call(of),
    isSelectedByDefault: (of) => isSelectedByDefault.call(of),
  };
}

/**
 * Input types that hold nothing beside their `value` attribute, and files, whose value is a name
 * that the visitor gave.
 */
const STATELESS_TYPES = new Set(["button", "file", "hidden", "image", "reset", "submit"]);
