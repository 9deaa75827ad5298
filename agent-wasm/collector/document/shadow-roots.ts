import type { Scope } from "../scope.ts";

/**
 * Finds shadow roots that elements get after they were read, which no mutation record tells.
 * `hosts` gets the elements whose roots were found.
 */
export function startShadowRoots(scope: Scope, hosts: Set<Element>): void {
  const { page, ids, reads, attachedRoots } = scope;

  function noteHost(host: Element): void {
    if (ids.get(host) !== 0) {
      hosts.add(host);
      scope.requestPost();
    }
  }

  function findParsed(): void {
    const walker = page.document.createTreeWalker(page.document, SHOW_ELEMENT);
    while (walker.nextNode() !== null) {
      const root = reads.shadowRoot(walker.currentNode as Element);
      if (root !== null && ids.get(root) === 0) {
        noteHost(walker.currentNode as Element);
      }
    }
  }

  attachedRoots.onAttached(noteHost);
  scope.listen(page.document, "DOMContentLoaded", findParsed);
}

const SHOW_ELEMENT = 1;
