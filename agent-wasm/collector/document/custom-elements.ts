import { STATE, STATE_DEFINED_ELEMENT } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { ElementStates } from "./node-entries.ts";

/**
 * Which custom elements are defined: pages hide those that are not yet (`:not(:defined)`).
 * Returns what notes an element that was found; it has no state of its own.
 */
export function startCustomElements(scope: Scope): ElementStates {
  const { ids, reads, writer, begin } = scope;
  /** The names that were found in each document. */
  const found = new WeakMap<Document, Set<string>>();

  const write = scope.guard.wrap((document: Document, name: string) => {
    const id = ids.get(document);
    if (id !== 0) {
      begin(STATE);
      writer.word(id);
      writer.word(STATE_DEFINED_ELEMENT);
      writer.string(name);
      writer.end();
    }
  });

  return (element) => {
    const document = reads.ownerDocument(element);
    const registry = document.defaultView?.customElements;
    const name = reads.tagName(element).toLowerCase();
    const names = found.get(document) ?? new Set();
    if (registry !== undefined && !names.has(name)) {
      found.set(document, names.add(name));
      registry.whenDefined(name).then(
        () => write(document, name),
        // Not every name with a hyphen is one for a custom element.
        () => {},
      );
    }
    return 0;
  };
}
