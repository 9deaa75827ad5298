/** The closed shadow roots that were seen when they came to be; nobody is told of them later. */
export interface ClosedRoots {
  add(root: ShadowRoot): void;
  of(host: Element): ShadowRoot | null;
}

export function createClosedRoots(): ClosedRoots {
  // Most pages have none; then nothing is looked up for any of their elements.
  let roots: WeakMap<Element, ShadowRoot> | undefined;
  return {
    add(root) {
      roots ??= new WeakMap();
      roots.set(root.host, root);
    },
    of: (host) => roots?.get(host) ?? null,
  };
}
