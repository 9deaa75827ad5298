import assert from "node:assert/strict";
import { test } from "node:test";

import { readOptions } from "./options.ts";
import { readSettings, withSettings } from "./remote-settings.ts";

const PAGE = { endpoint: "https://edge.example.com", ingestKey: "k" };

test("what is valid of settings is read, the rest is passed over", () => {
  const said = {
    recording: false,
    sampleRate: 0.25,
    errorSampleRate: 2,
    minimumDurationMs: "long",
    privacyLevel: "mask",
    constructor: true,
    other: 1,
  };
  assert.deepEqual(readSettings(JSON.stringify(said)), {
    recording: false,
    sampleRate: 0.25,
    privacyLevel: "mask",
  });
});

test("what are no settings are none", () => {
  for (const text of [null, "", "null", "1", "<!doctype html>", '"{}"']) {
    assert.equal(readSettings(text), null, `${text}`);
  }
});

test("settings hold in place of the options, which hold where nothing is set", () => {
  const config = readOptions({ ...PAGE, sampleRate: 0.5, minimumDurationMs: 1_000 });
  const { sampling } = withSettings(config, { sampleRate: 0.1 });
  assert.deepEqual(sampling, { ...config.sampling, sampleRate: 0.1 });
  assert.deepEqual(withSettings(config, {}), config);
});

test("of two levels of privacy the stricter one holds", () => {
  const levels = ["mask", "mask-user-input", "allow"] as const;
  levels.forEach((own, ownRank) => {
    levels.forEach((remote, remoteRank) => {
      const config = readOptions({ ...PAGE, privacy: { level: own } });
      const { privacy } = withSettings(config, { privacyLevel: remote });
      assert.equal(privacy.level, levels[Math.min(ownRank, remoteRank)]);
    });
  });
});
