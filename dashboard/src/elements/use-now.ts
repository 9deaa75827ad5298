import { useEffect, useState } from "react";
import { RELATIVE_TIME_INTERVAL_MS } from "../limits.ts";

/** The current time, renewed often enough for texts such as "2 min ago". */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), RELATIVE_TIME_INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
