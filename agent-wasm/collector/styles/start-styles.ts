import type { Page } from "../document/dom-reads.ts";
import type { ElementStates } from "../document/node-entries.ts";
import { patchAccessor, stopAll } from "../patch.ts";
import type { Scope } from "../scope.ts";
import type { Slices, Step } from "../slices.ts";
import type { Stop } from "../tape.ts";
import { createAdoptedSheets } from "./adopted-sheets.ts";
import { startFonts } from "./fonts.ts";
import { startOwnedSheets } from "./owned-sheets.ts";
import { createRuleEdits } from "./rule-edits.ts";
import { createSheets } from "./sheets.ts";

/** The style sheets and fonts of the page, and what becomes of them. */
export interface Styles {
  /** What elements note when they are found, by tag name. */
  readonly states: Readonly<Record<string, ElementStates>>;
  /** Reads on; says whether nothing is left to read. */
  readonly step: Step;
  /** Watches what scripts do to the sheets of a frame. */
  startRealm(realm: Page): Stop;
  /** The core has forgotten everything and is told anew. */
  restart(): void;
  stop: Stop;
}

export function startStyles(scope: Scope, slices: Slices): Styles {
  const { page, guard } = scope;
  const sheets = createSheets(scope, slices);
  const owned = startOwnedSheets(scope, sheets);
  const adopted = createAdoptedSheets(scope, sheets);
  const fonts = startFonts(scope, adopted);
  const edits = createRuleEdits(scope, sheets);

  const noteReached = guard.wrap((root: unknown) => {
    adopted.noteReached(root as Document | ShadowRoot);
    scope.requestPost();
  });

  function startRealm(realm: Page): Stop {
    const stops = [realm.Document, realm.ShadowRoot].map(({ prototype }) =>
      patchAccessor(prototype, "adoptedStyleSheets", noteReached),
    );
    stops.push(edits.startRealm(realm));
    return stopAll(stops);
  }

  const stopRealm = startRealm(page);

  function compare(): void {
    edits.compare();
    sheets.writeEdits();
    owned.compare();
    fonts.write();
    adopted.compare();
  }

  scope.beforePost(compare);

  return {
    states: owned.states,
    step(slice) {
      const isDone = sheets.step(slice);
      if (isDone) {
        compare();
      }
      return isDone;
    },
    restart() {
      owned.forgetAll();
      sheets.forgetAll();
      adopted.forgetAll();
      fonts.forgetAll();
    },
    startRealm,
    stop() {
      stopRealm();
      fonts.stop();
    },
  };
}
