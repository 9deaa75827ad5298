import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

/**
 * Shows every new page from its top and moves the focus there, as a page load would. Going back
 * is left to the browser, which remembers where the customer was.
 */
export function useTopOfPage(): void {
  const [path] = useLocation();
  const shownPath = useRef(path);
  const wentBack = useRef(false);

  useEffect(() => {
    const remember = () => {
      wentBack.current = true;
    };
    window.addEventListener("popstate", remember);
    return () => window.removeEventListener("popstate", remember);
  }, []);

  useEffect(() => {
    if (shownPath.current === path) return;
    shownPath.current = path;
    if (!wentBack.current) {
      window.scrollTo(0, 0);
      document.getElementById("content")?.focus({ preventScroll: true });
    }
    wentBack.current = false;
  }, [path]);
}
