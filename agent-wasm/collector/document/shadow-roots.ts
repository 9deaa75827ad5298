import { patchMethod } from "../patch.ts";
import type { Scope, Stop } from "../scope.ts";
import type { Page } from "./dom-reads.ts";

/** Finds shadow roots that elements get after they were read, which no mutation record tells. */
export interface ShadowRoots {
  /** Watches what the scripts of a window attach. */
  startRealm(realm: Page): Stop;
}

/**
 * Closed roots are seen in the moment in which the page gets hold of them: when a script attaches
 * one, or an element asks for the one that its markup declared. Those from before the recorder
 * started stay closed to it. `hosts` gets the elements whose roots were found.
 */
export function startShadowRoots(scope: Scope, hosts: Set<Element>): ShadowRoots {
  const { page, ids, reads, closedRoots, guard } = scope;

  const noteHost = (host: Element) => {
    if (ids.get(host) !== 0) {
      hosts.add(host);
      scope.requestPost();
    }
  };
  const noteRoot = guard.wrap((root: ShadowRoot | null) => {
    if (root?.mode === "closed") {
      closedRoots.add(root);
    }
    if (root) {
      noteHost(root.host);
    }
  });

  function findParsed(): void {
    const walker = page.document.createTreeWalker(page.document, SHOW_ELEMENT);
    while (walker.nextNode() !== null) {
      const root = reads.shadowRoot(walker.currentNode as Element);
      if (root !== null && ids.get(root) === 0) {
        noteHost(walker.currentNode as Element);
      }
    }
  }

  scope.listen(page.document, "DOMContentLoaded", findParsed);
  return {
    startRealm(realm) {
      const stopAttach = patchMethod(
        realm.Element.prototype,
        "attachShadow",
        (_target, values, call) => {
          const root = call(values);
          noteRoot(root as ShadowRoot);
          return root;
        },
      );
      const stopInternals = patchMethod(
        realm.HTMLElement.prototype,
        "attachInternals",
        (_target, values, call) => {
          const internals = call(values);
          noteRoot((internals as ElementInternals).shadowRoot);
          return internals;
        },
      );
      return () => {
        stopInternals();
        stopAttach();
      };
    },
  };
}

const SHOW_ELEMENT = 1;
