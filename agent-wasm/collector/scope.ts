import { createNodeIds, type NodeIds } from "./document/node-ids.ts";
import { createRoots, type Roots } from "./document/roots.ts";
import type { EarlyCollector } from "./early-collector.ts";
import { createMarks, type Marks } from "./privacy/marks.ts";
import type { PrivacyConfig } from "./privacy/privacy-config.ts";
import type { Tape } from "./tape.ts";

/** What sources that know the document work with. */
export interface Scope extends EarlyCollector, Tape {
  readonly ids: NodeIds;
  readonly marks: Marks;
  readonly roots: Roots;
  /** The id of what an event is about, or of the box that hides it, or 0. No op may be open. */
  idOf(target: EventTarget | null | undefined): number;
  /** Notes that the visitor did something. */
  noteActivity(): void;
}

export function createScope(
  early: EarlyCollector,
  privacy: PrivacyConfig,
  noteActivity: () => void,
): Scope {
  const { tape, reads } = early;
  const { page, guard } = tape;
  const ids = createNodeIds();
  const marks = createMarks(page, reads, privacy);
  const roots = createRoots(page, guard);
  // What changed has to be known before anything is said about it.
  tape.beforePost(roots.drain);
  tape.onStop(roots.stop);

  return {
    ...early,
    ...tape,
    ids,
    marks,
    roots,
    idOf(target) {
      // Of elements that are gone by now, browsers tell nothing.
      if (!target) {
        return 0;
      }
      const node = target as Node;
      if (ids.get(node) === 0) {
        // A page may make an element and give it the focus in one go.
        roots.drain();
      }
      return ids.get(node) || ids.get(marks.boxOf(node) ?? node);
    },
    noteActivity,
  };
}
