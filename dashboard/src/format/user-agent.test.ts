import assert from "node:assert/strict";
import { test } from "node:test";
import { browserName } from "./user-agent.ts";

test("browsers are told from those they descend from", () => {
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  assert.equal(
    browserName(`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/156.0.0.0 Safari/537.36`),
    "Chrome 156 on Linux",
  );
  assert.equal(
    browserName(
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/155.0.0.0 Safari/537.36 Edg/155.0`,
    ),
    "Edge 155 on Windows",
  );
  assert.equal(
    browserName(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
    ),
    "Safari 19 on iOS",
  );
});

test("an unknown user agent is called unknown", () => {
  assert.equal(browserName(""), "Unknown browser");
});
