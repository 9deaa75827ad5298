import { type RefObject, useCallback, useEffect, useState } from "react";

interface Follow {
  readonly following: boolean;
  readonly follow: () => void;
  readonly stopFollowing: () => void;
}

/** Keeps the child at `index` in the middle of a scrolling list, until the person scrolls. */
export function useFollow(listRef: RefObject<HTMLElement | null>, index: number): Follow {
  const [following, setFollowing] = useState(true);

  useEffect(() => {
    const list = listRef.current;
    if (list === null || !following) {
      return;
    }
    const child = list.children[Math.max(index, 0)];
    if (child instanceof HTMLElement) {
      // Not `scrollIntoView`: that would also scroll the page around the list.
      const top = child.offsetTop - (list.clientHeight - child.offsetHeight) / 2;
      list.scrollTo({ top });
    }
  }, [listRef, index, following]);

  const follow = useCallback(() => setFollowing(true), []);
  const stopFollowing = useCallback(() => setFollowing(false), []);
  return { following, follow, stopFollowing };
}
