import { ANIMATED_PER_POST_MAX, ANIMATIONS_CHARACTERS_MAX } from "../limits.ts";
import { STATE_ANIMATIONS } from "../op-codes.ts";
import { patchMethod, stopAll } from "../patch.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";
import { writeState } from "./element-state.ts";

/** Animations that scripts start; those of style sheets play by themselves wherever the sheet is. */
export interface Animations {
  /** Looks for what was started before the recorder; it is done at once. */
  step(): boolean;
  readonly stop: Stop;
}

/**
 * An animation ends by itself wherever it is played, so only what scripts do to it is of interest:
 * then all animations of its element are written as they are.
 */
export function startAnimations(scope: Scope): Animations {
  const { page, reads, writer } = scope;
  const animated = new Set<Element>();
  let isSearched = false;

  function note(animation: unknown): void {
    const effect = animation instanceof page.Animation ? animation.effect : null;
    if (effect instanceof page.KeyframeEffect && effect.target !== null && isScripted(animation)) {
      animated.add(effect.target);
      scope.requestPost();
    }
  }

  /** Animations and transitions of style sheets have classes of their own. */
  function isScripted(animation: unknown): boolean {
    return Object.getPrototypeOf(animation) === page.Animation.prototype;
  }

  function describe(animation: Animation): object {
    const { currentTime, playState, playbackRate } = animation;
    const effect = animation.effect as KeyframeEffect;
    const position = Number(currentTime);
    return {
      keyframes: effect.getKeyframes(),
      timing: effect.getTiming(),
      pseudo: effect.pseudoElement ?? undefined,
      rate: playbackRate,
      // One that runs is told by the moment at which it began, which stays true.
      ...(playState === "running"
        ? { beganAt: scope.originMs + scope.now() - position / playbackRate }
        : { position }),
    };
  }

  function write(): void {
    let left = ANIMATED_PER_POST_MAX;
    for (const element of animated) {
      if (left-- === 0) {
        scope.requestPost();
        return;
      }
      const animations = element.getAnimations().filter(isScripted).map(describe);
      const json = JSON.stringify(animations, withoutDefaults);
      const isSettled =
        json.length > ANIMATIONS_CHARACTERS_MAX ||
        writeState(scope, element, STATE_ANIMATIONS, () => writer.string(json));
      // One that the walk has not reached yet waits for its id.
      if (isSettled || !reads.isConnected(element)) {
        animated.delete(element);
      }
    }
  }

  const noteCall = scope.guard.wrap(note);
  const stops = METHODS.map((name) =>
    patchMethod(page.Animation.prototype, name, (target, values, call) => {
      const result = call(values);
      noteCall(target);
      return result;
    }),
  );
  stops.push(
    patchMethod(page.Element.prototype, "animate", (_target, values, call) => {
      const animation = call(values);
      noteCall(animation);
      return animation;
    }),
  );
  scope.beforePost(write);

  return {
    step() {
      if (!isSearched) {
        isSearched = true;
        page.document.getAnimations().forEach(note);
      }
      return true;
    },
    stop: stopAll(stops),
  };
}

const METHODS = ["play", "pause", "cancel", "finish", "reverse", "updatePlaybackRate"] as const;

/** What `Element.animate` takes for granted. */
function withoutDefaults(name: string, value: unknown): unknown {
  return name === "computedOffset" || value === "auto" ? undefined : value;
}
