import {
  STATE_CHECKED,
  STATE_FILES,
  STATE_INDETERMINATE,
  STATE_SELECTED,
  STATE_VALUE,
} from "../op-codes.ts";
import { getter, type Page } from "./dom-reads.ts";

/** A value, a flag or a count that a control holds. */
export type Held = string | number;

/** Something that a control holds beside its markup. */
export interface Holding {
  /** The key of the state. */
  readonly key: number;
  read(control: Element): Held;
  /** What the markup alone would make of it. */
  readDefault(control: Element): Held;
}

/** Reads of form controls through the accessors of the prototypes, like `DomReads`. */
export interface ControlReads {
  /** What a control of this kind can hold. */
  holdings(control: Element): readonly Holding[];
  options(select: HTMLSelectElement): Iterable<HTMLOptionElement>;
}

/** Takes the accessors from the page's prototypes. */
export function captureControlReads(page: Page): ControlReads {
  const input = page.HTMLInputElement.prototype;
  const textarea = page.HTMLTextAreaElement.prototype;
  const option = page.HTMLOptionElement.prototype;
  const type = getter<string>(input, "type");
  const files = getter<FileList | null>(input, "files");
  const options = getter<HTMLOptionsCollection>(page.HTMLSelectElement.prototype, "options");

  const texts = [text(STATE_VALUE, textarea, "value", "defaultValue")];
  const values = [text(STATE_VALUE, input, "value", "defaultValue")];
  const checked = flag(STATE_CHECKED, input, "checked", "defaultChecked");
  const selections = [flag(STATE_SELECTED, option, "selected", "defaultSelected")];
  const holdingsByType: Readonly<Record<string, readonly Holding[]>> = {
    radio: [checked],
    checkbox: [checked, flag(STATE_INDETERMINATE, input, "indeterminate")],
    // The value of a file input is a name that the visitor gave; only the number is read.
    file: [{ key: STATE_FILES, read: (of) => files.call(of)?.length ?? 0, readDefault: () => 0 }],
    // These hold nothing beside their `value` attribute.
    button: [],
    hidden: [],
    image: [],
    reset: [],
    submit: [],
  };

  return {
    holdings(control) {
      if (control.localName === "option") {
        return selections;
      }
      if (control.localName === "textarea") {
        return texts;
      }
      return holdingsByType[type.call(control)] ?? values;
    },
    options: (select) => options.call(select),
  };
}

function text(key: number, prototype: object, name: string, defaultName: string): Holding {
  const value = getter<string>(prototype, name);
  const defaultValue = getter<string>(prototype, defaultName);
  return { key, read: (of) => value.call(of), readDefault: (of) => defaultValue.call(of) };
}

function flag(key: number, prototype: object, name: string, defaultName?: string): Holding {
  const isSet = getter<boolean>(prototype, name);
  const isSetByDefault =
    defaultName === undefined ? () => false : getter<boolean>(prototype, defaultName);
  return {
    key,
    read: (of) => Number(isSet.call(of)),
    readDefault: (of) => Number(isSetByDefault.call(of)),
  };
}
