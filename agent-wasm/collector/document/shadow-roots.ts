import { patchMethod } from "../patch.ts";
import type { Scope, Stop } from "../scope.ts";
import type { Mutations } from "./mutations.ts";

/**
 * Finds open shadow roots that elements get after they were read, which no mutation record tells:
 * those that scripts attach, and those that the parser attaches for markup.
 */
export function startShadowRoots(scope: Scope, mutations: Mutations): Stop {
  const { page, ids, reads } = scope;

  const note = scope.guard.wrap((host: Element) => {
    if (ids.get(host) !== 0) {
      mutations.addShadowRoot(host);
      scope.requestPost();
    }
  });

  function findParsed(): void {
    const walker = page.document.createTreeWalker(page.document, SHOW_ELEMENT);
    while (walker.nextNode() !== null) {
      const root = reads.shadowRoot(walker.currentNode as Element);
      if (root !== null && ids.get(root) === 0) {
        note(walker.currentNode as Element);
      }
    }
  }

  scope.listen(page.document, "DOMContentLoaded", findParsed);
  return patchMethod(page.Element.prototype, "attachShadow", (target, values, call) => {
    const root = call(values);
    note(target as Element);
    return root;
  });
}

const SHOW_ELEMENT = 1;
