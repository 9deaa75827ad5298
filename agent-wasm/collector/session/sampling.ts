/** What is done with a session. */
export type SessionState =
  /** All of it is sent. */
  | { readonly kind: "recorded" }
  /** It is recorded, and kept back until there is a reason to send it. */
  | {
      readonly kind: "held-back";
      /** The age at which it is sent, in milliseconds; `null` if age is no reason. */
      readonly untilAgeMs: number | null;
      readonly releasesOnError: boolean;
    }
  | { readonly kind: "not-recorded" };

/** By which the state of a session is decided. */
export interface SamplingRules {
  /** Whether anything is recorded at all. */
  readonly recording: boolean;
  /** Share of all sessions that are recorded, from 0 to 1. */
  readonly sampleRate: number;
  /** Share of the others that are recorded if something goes wrong in them. */
  readonly errorSampleRate: number;
  /** Age from which on a session is sent. */
  readonly minimumDurationMs: number;
}

/** Every page and tab of a session, and whoever else knows its id and the rules, decides alike. */
export function sessionState(
  session: { readonly id: string; readonly ageMs: number; readonly isReleased: boolean },
  rules: SamplingRules,
): SessionState {
  if (!rules.recording) {
    return { kind: "not-recorded" };
  }
  const isSampled = firstDraw(session.id) < rules.sampleRate;
  if (session.isReleased || (isSampled && session.ageMs >= rules.minimumDurationMs)) {
    return { kind: "recorded" };
  }
  const releasesOnError = secondDraw(session.id) < rules.errorSampleRate;
  return isSampled || releasesOnError
    ? {
        kind: "held-back",
        untilAgeMs: isSampled ? rules.minimumDurationMs : null,
        releasesOnError,
      }
    : { kind: "not-recorded" };
}

/**
 * Two numbers in [0, 1) that follow from the id of a session: its first and its last 32 bits, as
 * parts of 2³². In a version 4 UUID both are random and independent of each other.
 */
export const firstDraw = (id: string): number => partOf(id.slice(0, 8));
export const secondDraw = (id: string): number => partOf(id.slice(-8));

function partOf(digits: string): number {
  return Number.parseInt(digits, 16) / 2 ** 32;
}
