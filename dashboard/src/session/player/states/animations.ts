/** What time it is in a replay. */
export interface ReplayClock {
  /** The moment shown, in milliseconds since the Unix epoch. */
  readonly momentMs: number;
  /** How fast it goes on; 0 if it does not. */
  readonly speed: number;
}

/** The animations that the scripts of a page started. */
export interface Animations {
  /** Gives an element these animations in place of those it has; `momentMs` is when it got them. */
  set(element: Element, recorded: readonly unknown[], momentMs: number): void;
  follow(clock: ReplayClock): void;
  clear(): void;
}

interface Recorded {
  readonly keyframes: Keyframe[];
  readonly timing: KeyframeAnimationOptions;
  readonly pseudo?: string;
  readonly rate: number;
  /** When it began, for one that runs; in milliseconds since the Unix epoch. */
  readonly beganAt?: number;
  /** Where it stands, for one that does not run. */
  readonly position?: number | null;
}

interface Played {
  readonly animation: Animation;
  readonly recorded: Recorded;
}

/** Holds animations to the time of the replay, which jumps, stops and runs at any speed. */
export function createAnimations(): Animations {
  const playedBy = new Map<Element, Played[]>();
  let speed = 0;

  function start(element: Element, recorded: Recorded): Played {
    const { keyframes, timing, pseudo } = recorded;
    const animation = element.animate(keyframes, {
      ...timing,
      // JSON knows no infinity.
      iterations: timing.iterations ?? Number.POSITIVE_INFINITY,
      ...(pseudo === undefined ? {} : { pseudoElement: pseudo }),
    });
    return { animation, recorded };
  }

  function adjust({ animation, recorded }: Played, momentMs: number): void {
    const { beganAt, position, rate } = recorded;
    const runs = beganAt !== undefined;
    const time = runs ? (momentMs - beganAt) * rate : (position ?? 0);
    animation.pause();
    animation.currentTime = time;
    animation.playbackRate = rate * (speed || 1);
    const end = Number(animation.effect?.getComputedTiming().endTime);
    // To play one that is at its end would start it again.
    if (runs && speed > 0 && time >= 0 && time < end) {
      animation.play();
    }
  }

  function drop(element: Element): void {
    for (const { animation } of playedBy.get(element) ?? []) {
      animation.cancel();
    }
    playedBy.delete(element);
  }

  return {
    set(element, recorded, momentMs) {
      drop(element);
      const played = (recorded as Recorded[]).map((one) => start(element, one));
      playedBy.set(element, played);
      for (const one of played) {
        adjust(one, momentMs);
      }
    },
    follow(clock) {
      speed = clock.speed;
      for (const played of playedBy.values()) {
        for (const one of played) {
          adjust(one, clock.momentMs);
        }
      }
    },
    clear() {
      playedBy.clear();
    },
  };
}
