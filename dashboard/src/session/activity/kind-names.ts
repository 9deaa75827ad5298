import type { ActivityKind } from "../../decoding/recording.ts";

/** What one entry of a kind is called. */
export const KIND_NAMES: Readonly<Record<ActivityKind, string>> = {
  click: "Click",
  input: "Input",
  navigation: "Navigation",
  error: "Error",
  frustration: "Frustration",
  request: "Request",
  console: "Console",
  measure: "Measured",
  fact: "Fact",
  custom: "Custom event",
  identify: "Visitor identified",
  visibility: "Visibility",
  thinning: "Recording thinned",
  discarded: "Records discarded",
  recording: "Recording",
};

/** What all entries of a kind are called together. */
export const KIND_GROUP_NAMES: Readonly<Record<ActivityKind, string>> = {
  click: "Clicks",
  input: "Inputs",
  navigation: "Pages",
  error: "Errors",
  frustration: "Frustration",
  request: "Requests",
  console: "Console",
  measure: "Performance",
  fact: "Tags and flags",
  custom: "Events",
  identify: "Identified",
  visibility: "Visibility",
  thinning: "Thinning",
  discarded: "Discarded",
  recording: "Recording",
};
