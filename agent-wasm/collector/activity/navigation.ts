import {
  NAVIGATION,
  NAVIGATION_HASH,
  NAVIGATION_PUSH,
  NAVIGATION_REPLACE,
  NAVIGATION_TRAVERSE,
} from "../op-codes.ts";
import { patchMethod } from "../patch.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";

/** Records how the address changes while the document stays. */
export function startNavigation(scope: Scope): Stop {
  const { page, writer } = scope;
  const { location } = page;
  const history = page.History.prototype;
  let lastUrl = location.href;

  const note = scope.guard.wrap((how: number) => {
    const url = location.href;
    // Routers replace the state of an entry all the time without changing its address.
    if (url === lastUrl) {
      return;
    }
    lastUrl = url;
    scope.noteActivity();
    scope.begin(NAVIGATION);
    writer.word(how);
    writer.string(url);
    writer.end();
  });

  const isHashChange = () => withoutHash(location.href) === withoutHash(lastUrl);
  const noteTraversal = () => note(isHashChange() ? NAVIGATION_HASH : NAVIGATION_TRAVERSE);
  scope.listen(page, "popstate", noteTraversal);
  scope.listen(page, "hashchange", noteTraversal);
  // Whatever way a page found around what is watched here, its address tells.
  scope.beforePost(() => note(NAVIGATION_PUSH));

  const navigation: EventTarget | undefined = Reflect.get(page, "navigation");
  if (navigation !== undefined) {
    scope.listen(navigation, "currententrychange", (event) => {
      const how = KINDS.get(Reflect.get(event, "navigationType")) ?? NAVIGATION_PUSH;
      note(isHashChange() ? NAVIGATION_HASH : how);
    });
    return () => {};
  }

  // Routers that were loaded earlier hold on to the methods as they were, so this misses them; the
  // browsers that come here are the older ones.
  const stopPush = patchMethod(history, "pushState", (_target, values, call) => {
    const result = call(values);
    note(NAVIGATION_PUSH);
    return result;
  });
  const stopReplace = patchMethod(history, "replaceState", (_target, values, call) => {
    const result = call(values);
    note(NAVIGATION_REPLACE);
    return result;
  });
  return () => {
    stopReplace();
    stopPush();
  };
}

/** The kinds by the names that the Navigation API gives them. */
const KINDS: ReadonlyMap<unknown, number> = new Map([
  ["push", NAVIGATION_PUSH],
  ["replace", NAVIGATION_REPLACE],
  ["traverse", NAVIGATION_TRAVERSE],
]);

function withoutHash(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
