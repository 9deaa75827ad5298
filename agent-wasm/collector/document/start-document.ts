import type { JoinedFrames } from "../joining/joined-frames.ts";
import type { BitmapMessage } from "../messages.ts";
import { DOCUMENT, SNAPSHOT_COMPLETE } from "../op-codes.ts";
import { stopAll } from "../patch.ts";
import { startBlockSizes } from "../privacy/block-sizes.ts";
import type { Scope } from "../scope.ts";
import { beginSlice, createSlices, type Slice } from "../slices.ts";
import { startStyles } from "../styles/start-styles.ts";
import type { Stop } from "../tape.ts";
import { startAnimations } from "./animations.ts";
import { startCanvases } from "./canvases.ts";
import { createChanges } from "./changes.ts";
import { startCustomElements } from "./custom-elements.ts";
import type { Page } from "./dom-reads.ts";
import { startFormControls } from "./form-controls.ts";
import { startFrames } from "./frames.ts";
import { createInnerRoots } from "./inner-roots.ts";
import { startMedia } from "./media.ts";
import { createMutations } from "./mutations.ts";
import { createNodeEntries } from "./node-entries.ts";
import { startPictures } from "./pictures.ts";
import { createPlacement } from "./placement.ts";
import { startScroll } from "./scroll.ts";
import { startShadowRoots } from "./shadow-roots.ts";
import { createStorm } from "./storm.ts";
import { createSubtrees } from "./subtrees.ts";
import { startTopLayer } from "./top-layer.ts";
import { createWalk } from "./walk.ts";

/** What of a document is read only if the page's owner asks for it. */
export interface DocumentOptions {
  /** How often canvases are looked at, if at all. */
  readonly canvas: { readonly intervalMs: number } | null;
  /** Takes what is not packed as ops. */
  send(message: BitmapMessage): void;
}

/** Reads the document once, in slices, and everything that changes in it from now on. */
export function startDocument(
  scope: Scope,
  joinedFrames: JoinedFrames,
  options: DocumentOptions,
): Stop {
  const { page, ids, roots, writer, begin, guard } = scope;
  const slices = createSlices(page, guard);
  const forms = startFormControls(scope);
  const styles = startStyles(scope, slices);
  const scroll = startScroll(scope);
  const sizes = startBlockSizes(scope);
  const topLayer = startTopLayer(scope);
  const animations = startAnimations(scope);
  const canvases = options.canvas && startCanvases(scope, options.canvas.intervalMs, options.send);
  /** Elements within which there is a root that the core may not know. */
  const hosts = new Set<Element>();
  startShadowRoots(scope, hosts);
  const frames = startFrames(scope, hosts, joinedFrames, enterFrame);
  const innerRoots = createInnerRoots(scope, hosts, frames);
  const states = {
    ...forms.states,
    ...styles.states,
    ...innerRoots.states,
    ...topLayer.states,
    ...startMedia(scope),
    ...startPictures(scope),
    ...canvases?.states,
  };
  const entries = createNodeEntries(scope, {
    states,
    customStates: startCustomElements(scope),
    onBlocked: sizes.watch,
    onPopover: topLayer.notePopover,
    onStyled: scroll.noteStyled,
  });
  const subtrees = createSubtrees(scope, entries, innerRoots);
  const storm = createStorm(scope, slices.request);
  const walk = createWalk(scope, subtrees, storm, slices.request);
  const placement = createPlacement(scope, subtrees, walk, storm, innerRoots);
  const changes = createChanges(scope, storm, slices.request);
  const mutations = createMutations(scope, placement, changes, storm);
  let isComplete = false;

  /** What has to be done in the window of a frame; undone when the frame's document leaves. */
  function enterFrame(document: Document): Stop {
    scroll.noteInitial(document);
    const realm = document.defaultView as Page;
    return stopAll([
      scope.startRealm(realm),
      styles.startRealm(realm),
      joinedFrames.startRealm(realm),
    ]);
  }

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
    mutations.reset();
    styles.restart();
    innerRoots.forgetAll();
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

  /** Most mutations are written right away, so that what is said about their nodes finds them. */
  function takeRecords(records: MutationRecord[]): void {
    mutations.add(records);
    if (!mutations.step(beginSlice(page))) {
      slices.request();
    }
  }

  function writeMutations(slice: Slice): boolean {
    mutations.add(roots.takeRecords());
    return mutations.step(slice);
  }

  /** Roots within what the walk has read are written like mutations, and may be large themselves. */
  function hasInnerRoots(): boolean {
    return !innerRoots.hasNoted();
  }

  beginDocument();
  roots.observe(orBeginAgain(takeRecords));
  roots.add(page.document);
  slices.add(orBeginAgain(writeMutations));
  slices.add(orBeginAgain(walk.step));
  slices.add(hasInnerRoots);
  slices.add(styles.step);
  slices.add(scroll.step);
  slices.add(topLayer.step);
  slices.add(animations.step);
  slices.add(complete);
  slices.request();

  return () => {
    frames.stop();
    sizes.stop();
    storm.stop();
    styles.stop();
    animations.stop();
    canvases?.stop();
    slices.stop();
  };
}
