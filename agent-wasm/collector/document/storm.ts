import {
  STORM_CALM_SHARE,
  STORM_CHANGES_PER_S,
  STORM_FLOOD_CHANGES_PER_S,
  STORM_FLOOD_SAMPLE_MS,
  STORM_NODES_PER_S,
  STORM_SAMPLE_MS,
} from "../limits.ts";
import { THINNING } from "../op-codes.ts";
import type { Scope } from "../scope.ts";

/**
 * How closely the page is followed while it changes faster than anybody can watch.
 *
 * Level 0 follows every change. Level 1 and 2 take samples of attributes and texts, of each node
 * ten times and twice a second. Level 3 also leaves out what is inside of elements that come. The
 * last state is always recorded, and what was left out is read when the storm is over.
 */
export interface Storm {
  /** Counts changes of attributes and texts. */
  countChanges(count: number): void;
  /** Counts nodes that came. */
  countNodes(count: number): void;
  /** Counts changes that a later one made superfluous before they were written. */
  countSkipped(count: number): void;
  /** How long attributes and texts are held back, in milliseconds. */
  sampleMs(): number;
  /** Whether the inside of elements that come is left for later. */
  isPostponing(): boolean;
  stop(): void;
}

/** `onCalmer` is called when the page is followed more closely again. */
export function createStorm(scope: Scope, onCalmer: () => void): Storm {
  const { page, writer } = scope;
  let level = 0;
  let skippedCount = 0;
  let timer = 0;
  let changes = 0;
  let nodes = 0;

  function levelOf(changesPerSecond: number, nodesPerSecond: number): number {
    if (nodesPerSecond > STORM_NODES_PER_S) {
      return 3;
    }
    if (changesPerSecond > STORM_FLOOD_CHANGES_PER_S) {
      return 2;
    }
    return changesPerSecond > STORM_CHANGES_PER_S ? 1 : 0;
  }

  function goTo(to: number): void {
    const isCalmer = to < level;
    level = to;
    scope.begin(THINNING);
    writer.word(level);
    writer.word(skippedCount);
    writer.end();
    skippedCount = 0;
    if (isCalmer) {
      onCalmer();
    }
  }

  function riseIf(hasCounted: boolean): void {
    if (!hasCounted) {
      return;
    }
    const reached = levelOf(changes, nodes);
    if (reached > level) {
      goTo(reached);
    }
    if (timer === 0) {
      timer = page.setTimeout(endSecond, 1_000);
    }
  }

  const endSecond = scope.guard.wrap(() => {
    timer = 0;
    // It calms down at half the rate at which it rose, so that it does not go up and down.
    const reached = levelOf(changes / STORM_CALM_SHARE, nodes / STORM_CALM_SHARE);
    changes = 0;
    nodes = 0;
    if (reached < level) {
      goTo(reached);
    }
    if (level > 0) {
      timer = page.setTimeout(endSecond, 1_000);
    }
  });

  return {
    countChanges(count) {
      changes += count;
      riseIf(count > 0);
    },
    countNodes(count) {
      nodes += count;
      riseIf(count > 0);
    },
    countSkipped(count) {
      skippedCount += count;
    },
    sampleMs() {
      if (level === 0) {
        return 0;
      }
      return level === 1 ? STORM_SAMPLE_MS : STORM_FLOOD_SAMPLE_MS;
    },
    isPostponing: () => level === 3,
    stop() {
      page.clearTimeout(timer);
    },
  };
}
