import { CONTROLS_PER_POST } from "../limits.ts";
import { INPUT, STATE_CHECKED, STATE_SELECTED, STATE_VALUE } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { type ControlState, captureControlReads } from "./control-reads.ts";
import type { ElementStates } from "./node-entries.ts";

/** What visitors and scripts put into form controls. */
export interface FormControls {
  /** What controls hold beside their markup, by tag name. */
  readonly states: Readonly<Record<string, ElementStates>>;
}

/**
 * Scripts change controls without any event, a radio button takes the mark from another one, and a
 * form can be reset; so before each post the controls are compared with what was written last,
 * a bounded number at a time. Events only put a control first in line.
 */
export function startFormControls(scope: Scope): FormControls {
  const { page, ids, marks, writer, begin } = scope;
  const reads = captureControlReads(page);
  /** The controls of the document with what was written of them last. */
  const written = new Map<Element, ControlState | readonly HTMLOptionElement[]>();
  const changed = new Set<Element>();
  /** The controls that are still to be compared in this round. */
  let rest = written.keys();

  function writeState(key: number, state: ControlState): void {
    writer.word(key);
    if (typeof state === "string") {
      writer.string(state);
    } else {
      writer.word(state ? 1 : 0);
    }
  }

  function writeInput(element: Element, key: number, state: ControlState): void {
    const id = ids.get(element);
    if (id !== 0) {
      begin(INPUT);
      writer.word(id);
      writeState(key, state);
      writer.end();
    }
  }

  function compare(element: Element): void {
    const last = written.get(element);
    if (last === undefined || marks.isBlocked(element)) {
      written.delete(element);
      return;
    }
    if (typeof last === "object") {
      compareOptions(element as HTMLSelectElement, last);
    } else if (reads.state(element as HTMLInputElement) !== last) {
      const state = reads.state(element as HTMLInputElement);
      written.set(element, state);
      writeInput(element, keyOf(state), state);
    }
    if (ids.get(element) === 0) {
      written.delete(element);
    }
  }

  function compareOptions(select: HTMLSelectElement, last: readonly HTMLOptionElement[]): void {
    const selected = ids.get(select) === 0 ? [] : reads.selectedOptions(select);
    if (selected.length === last.length && selected.every((option, at) => option === last[at])) {
      return;
    }
    written.set(select, selected);
    const [before, now] = [new Set(last), new Set(selected)];
    for (const option of [...last, ...selected]) {
      if (before.has(option) !== now.has(option)) {
        // One that is no longer selected here may be selected in another select that it moved to.
        writeInput(option, STATE_SELECTED, reads.isSelected(option));
      }
    }
  }

  function compareSome(): void {
    changed.forEach(compare);
    changed.clear();
    for (let count = 0; count < CONTROLS_PER_POST; count++) {
      const next = rest.next();
      if (next.done) {
        rest = written.keys();
        return;
      }
      compare(next.value);
    }
  }

  function noteChange(event: Event): void {
    const target = event.composedPath()[0];
    if (target instanceof page.Element) {
      changed.add(target);
      scope.noteActivity();
      scope.requestPost();
    }
  }

  /** Says nothing of a control that is as empty as one without such attributes. */
  function writeUnlessEmpty(key: number, state: ControlState, defaultState: ControlState): number {
    if (!state && !defaultState) {
      return 0;
    }
    writeState(key, state);
    return 1;
  }

  function writeControl(element: Element): number {
    const control = element as HTMLInputElement | HTMLTextAreaElement;
    const state = reads.state(control);
    written.set(control, state);
    return writeUnlessEmpty(keyOf(state), state, reads.defaultState(control));
  }

  function writeOption(element: Element): number {
    const option = element as HTMLOptionElement;
    const isDefault = reads.isSelectedByDefault(option);
    return writeUnlessEmpty(STATE_SELECTED, reads.isSelected(option), isDefault);
  }

  /** What is selected stands at the options. */
  function noteSelect(select: Element): number {
    written.set(select, reads.selectedOptions(select as HTMLSelectElement));
    return 0;
  }

  function unlessIgnored(write: ElementStates): ElementStates {
    return (element) => {
      if (marks.isIgnored(element)) {
        written.delete(element);
        return 0;
      }
      return write(element);
    };
  }

  scope.listen(page.document, "input", noteChange);
  // Unlike `input` it does not leave a shadow tree.
  scope.roots.listen("change", noteChange);
  // It comes before the controls are reset, which is done by the time of the post.
  scope.roots.listen("reset", scope.requestPost);
  scope.beforePost(compareSome);

  return {
    states: {
      INPUT: unlessIgnored(writeControl),
      TEXTAREA: unlessIgnored(writeControl),
      SELECT: unlessIgnored(noteSelect),
      OPTION: unlessIgnored(writeOption),
    },
  };
}

function keyOf(state: ControlState): number {
  return typeof state === "string" ? STATE_VALUE : STATE_CHECKED;
}
