import { CONTROLS_PER_POST } from "../limits.ts";
import { INPUT } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { captureControlReads, type Held, type Holding } from "./control-reads.ts";
import type { ElementStates } from "./node-entries.ts";

/** What visitors and scripts put into form controls. */
export interface FormControls {
  /** What controls hold beside their markup, by tag name. */
  readonly states: Readonly<Record<string, ElementStates>>;
}

/** What was written last of something that a control holds. */
interface Written {
  readonly holding: Holding;
  last: Held;
}

/**
 * Scripts change controls without any event, a radio button takes the mark from another one, an
 * option that moves to another select takes its mark along, and a form can be reset; so before each
 * post the controls are compared with what was written last, a bounded number at a time. Events only
 * put a control first in line.
 */
export function startFormControls(scope: Scope): FormControls {
  const { page, ids, marks, writer, begin } = scope;
  const reads = captureControlReads(page);
  /** The controls of the document. */
  const controls = new Map<Element, readonly Written[]>();
  const changed = new Set<Element>();
  /** The controls that are still to be compared in this round. */
  let rest = controls.keys();

  function writeState(key: number, state: Held): void {
    writer.word(key);
    if (typeof state === "string") {
      writer.string(state);
    } else {
      writer.word(state);
    }
  }

  function compare(control: Element): void {
    const id = ids.get(control);
    if (id === 0 || marks.isBlocked(control)) {
      controls.delete(control);
      return;
    }
    for (const written of controls.get(control) ?? []) {
      const state = written.holding.read(control);
      if (state !== written.last) {
        written.last = state;
        begin(INPUT);
        writer.word(id);
        writeState(written.holding.key, state);
        writer.end();
      }
    }
  }

  function compareSome(): void {
    changed.forEach(compare);
    changed.clear();
    for (let count = 0; count < CONTROLS_PER_POST; count++) {
      const next = rest.next();
      if (next.done) {
        rest = controls.keys();
        return;
      }
      compare(next.value);
    }
  }

  function noteChange(event: Event): void {
    const target = event.composedPath()[0] as Element;
    if (target.localName === "select") {
      for (const option of reads.options(target as HTMLSelectElement)) {
        changed.add(option);
      }
    } else {
      changed.add(target);
    }
    scope.noteActivity();
    scope.requestPost();
  }

  /** Says nothing of a control that is as empty as one without such attributes. */
  function writeControl(control: Element): number {
    let count = 0;
    const all = reads.holdings(control).map((holding) => {
      const last = holding.read(control);
      if (last || holding.readDefault(control)) {
        writeState(holding.key, last);
        count++;
      }
      return { holding, last };
    });
    controls.set(control, all);
    return count;
  }

  function unlessIgnored(control: Element): number {
    if (marks.isIgnored(control)) {
      controls.delete(control);
      return 0;
    }
    return writeControl(control);
  }

  scope.roots.listenInDocuments("input", noteChange);
  // Unlike `input` it does not leave a shadow tree.
  scope.roots.listen("change", noteChange);
  // It comes before the controls are reset, which is done by the time of the post.
  scope.roots.listen("reset", scope.requestPost);
  scope.beforePost(compareSome);

  return {
    states: { INPUT: unlessIgnored, TEXTAREA: unlessIgnored, OPTION: unlessIgnored },
  };
}
