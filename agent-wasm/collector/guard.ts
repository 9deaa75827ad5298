/** Wraps the callbacks through which the page's events enter the recorder. */
export interface Guard {
  /** The same callback, but for its faults: they never reach the page. */
  wrap<A extends unknown[]>(callback: (...values: A) => void): (...values: A) => void;
  /** The number of faults since the last call. */
  takeFaultCount(): number;
}

/**
 * Counts faults; the one that reaches `faultsMax` calls `onTooMany`, once, and from then on no
 * callback does anything.
 */
export function createGuard(faultsMax: number, onTooMany: (fault: unknown) => void): Guard {
  let faultCount = 0;
  let untakenCount = 0;

  function count(fault: unknown): void {
    faultCount += 1;
    untakenCount += 1;
    if (faultCount === faultsMax) {
      try {
        onTooMany(fault);
      } catch {
        // Stopping has failed as well; there is nothing left that may be tried in somebody's page.
      }
    }
  }

  return {
    wrap(callback) {
      return (...values) => {
        if (faultCount >= faultsMax) {
          return;
        }
        try {
          callback(...values);
        } catch (fault) {
          count(fault);
        }
      };
    },
    takeFaultCount() {
      const taken = untakenCount;
      untakenCount = 0;
      return taken;
    },
  };
}
