import type { Guard } from "../guard.ts";
import { patchMethod } from "../patch.ts";
import type { Stop } from "../tape.ts";
import type { Page } from "./dom-reads.ts";

/**
 * Shadow roots, seen in the moment in which the page gets hold of them: when a script attaches one,
 * or an element asks for the one that its markup declared. Closed ones are never told of later, so
 * those from before the recorder started stay closed to it.
 */
export interface AttachedRoots {
  /** The closed root of an element, if it was seen. */
  closedOf(host: Element): ShadowRoot | null;
  /** Watches what the scripts of a window attach. */
  startRealm(realm: Page): Stop;
  /** Sets who is told of the elements whose roots were seen. */
  onAttached(listener: (host: Element) => void): void;
}

export function createAttachedRoots(guard: Guard): AttachedRoots {
  // Most pages have none; then nothing is looked up for any of their elements.
  let closed: WeakMap<Element, ShadowRoot> | undefined;
  let tell: (host: Element) => void = () => {};

  const note = guard.wrap((root: ShadowRoot | null) => {
    if (root?.mode === "closed") {
      closed ??= new WeakMap();
      closed.set(root.host, root);
    }
    if (root) {
      tell(root.host);
    }
  });

  return {
    closedOf: (host) => closed?.get(host) ?? null,
    startRealm(realm) {
      const stopAttach = patchMethod(
        realm.Element.prototype,
        "attachShadow",
        (_target, values, call) => {
          const root = call(values);
          note(root as ShadowRoot);
          return root;
        },
      );
      const stopInternals = patchMethod(
        realm.HTMLElement.prototype,
        "attachInternals",
        (_target, values, call) => {
          const internals = call(values);
          note((internals as ElementInternals).shadowRoot);
          return internals;
        },
      );
      return () => {
        stopInternals();
        stopAttach();
      };
    },
    onAttached(listener) {
      tell = listener;
    },
  };
}
