import {
  NAVIGATION,
  NAVIGATION_HASH,
  NAVIGATION_PUSH,
  NAVIGATION_REPLACE,
  NAVIGATION_TRAVERSE,
} from "../op-codes.ts";
import { patchMethod } from "../patch.ts";
import type { Scope, Stop } from "../scope.ts";

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

  const noteTraversal = () => {
    const isHash = withoutHash(location.href) === withoutHash(lastUrl);
    note(isHash ? NAVIGATION_HASH : NAVIGATION_TRAVERSE);
  };
  scope.listen(page, "popstate", noteTraversal);
  scope.listen(page, "hashchange", noteTraversal);

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

function withoutHash(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
