import { DOCUMENT, SNAPSHOT_COMPLETE } from "../op-codes.ts";
import type { Scope, Stop } from "../scope.ts";
import { createSlices } from "../slices.ts";
import { createChanges } from "./changes.ts";
import { startFormControls } from "./form-controls.ts";
import { createMutations } from "./mutations.ts";
import { createNodeEntries } from "./node-entries.ts";
import { createPlacement } from "./placement.ts";
import { startScroll } from "./scroll.ts";
import { startShadowRoots } from "./shadow-roots.ts";
import { startStyleSheets } from "./style-sheets.ts";
import { createSubtrees } from "./subtrees.ts";
import { createWalk } from "./walk.ts";

/** Reads the document once, in slices, and everything that changes in it from now on. */
export function startDocument(scope: Scope): Stop {
  const { page, ids, roots, writer, begin, guard } = scope;
  const slices = createSlices(page, guard);
  const forms = startFormControls(scope);
  const sheets = startStyleSheets(scope, slices);
  const scroll = startScroll(scope);
  const entries = createNodeEntries(scope, { ...forms.states, ...sheets.states });
  const subtrees = createSubtrees(scope, entries);
  const walk = createWalk(scope, subtrees);
  const mutations = createMutations(
    scope,
    createPlacement(scope, subtrees, walk),
    createChanges(scope),
  );
  let isComplete = false;

  function beginDocument(): void {
    begin(DOCUMENT);
    writer.string(page.location.href);
    writer.word(page.innerWidth);
    writer.word(page.innerHeight);
    writer.end();
  }

  /** After a fault nobody knows which nodes the core has: it is told everything again. */
  function beginAgain(): void {
    ids.forgetAll();
    walk.restart();
    isComplete = false;
    beginDocument();
    slices.request();
  }

  function orBeginAgain<A extends unknown[], R>(read: (...values: A) => R): (...values: A) => R {
    return (...values) => {
      try {
        return read(...values);
      } catch (fault) {
        beginAgain();
        throw fault;
      }
    };
  }

  function complete(): boolean {
    if (!isComplete) {
      isComplete = true;
      begin(SNAPSHOT_COMPLETE);
      writer.end();
    }
    scope.requestPost();
    return true;
  }

  beginDocument();
  roots.observe(orBeginAgain(mutations.write));
  roots.add(page.document);
  slices.add(orBeginAgain(walk.step));
  slices.add(sheets.step);
  slices.add(scroll.step);
  slices.add(complete);
  const stopShadowRoots = startShadowRoots(scope, mutations);
  slices.start();

  return () => {
    stopShadowRoots();
    slices.stop();
  };
}
