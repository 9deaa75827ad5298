import { useEffect } from "react";

/** Names the browser tab after what is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · MonitorMe`;
  }, [title]);
}
