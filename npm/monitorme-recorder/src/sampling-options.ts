import type { SamplingRules } from "../../../agent-wasm/collector/index.ts";
import { MINIMUM_DURATION_MS_MAX } from "./limits.ts";
import { refusal } from "./option-checks.ts";
import type { RecorderOptions } from "./recorder-api.ts";

/** Checks the options that say which sessions are sent; a `TypeError` names what is not valid. */
export function readSampling({
  sampleRate = 1,
  errorSampleRate = 1,
  minimumDurationMs = 0,
}: RecorderOptions): SamplingRules {
  requireWithin("sampleRate", sampleRate, 1);
  requireWithin("errorSampleRate", errorSampleRate, 1);
  requireWithin("minimumDurationMs", minimumDurationMs, MINIMUM_DURATION_MS_MAX);
  return { recording: true, sampleRate, errorSampleRate, minimumDurationMs };
}

/** Whether this is a share. */
export function isRate(value: unknown): boolean {
  return isWithin(value, 1);
}

/** Whether this may be the shortest duration of a session. */
export function isDuration(value: unknown): boolean {
  return isWithin(value, MINIMUM_DURATION_MS_MAX);
}

function requireWithin(option: string, value: unknown, max: number): void {
  if (!isWithin(value, max)) {
    throw refusal(option, `must be a number from 0 to ${max}`);
  }
}

function isWithin(value: unknown, max: number): boolean {
  return typeof value === "number" && value >= 0 && value <= max;
}
