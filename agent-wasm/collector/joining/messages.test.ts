import assert from "node:assert/strict";
import { test } from "node:test";

import { isQuestion, readAnswer } from "./messages.ts";

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const ANSWER = {
  monitorme: "joined",
  project: "edge key",
  session: { id: ID, previousId: "", startedAtMs: 1 },
  isReleased: false,
  windowId: ID,
  node: 7,
};

test("a question is about the project", () => {
  assert.ok(isQuestion({ monitorme: "join", project: "edge key" }, "edge key"));
  assert.ok(!isQuestion({ monitorme: "join", project: "edge other" }, "edge key"));
});

test("an answer about the project is read", () => {
  assert.deepEqual(readAnswer(ANSWER, "edge key"), ANSWER);
  assert.equal(readAnswer(ANSWER, "edge other"), null);
});

test("what else a page may say is neither", () => {
  for (const said of [
    undefined,
    null,
    1,
    "join",
    [],
    {},
    { monitorme: "left", project: "edge key" },
  ]) {
    assert.ok(!isQuestion(said, "edge key"), `${said}`);
    assert.equal(readAnswer(said, "edge key"), null, `${said}`);
  }
});

test("an answer with anything that cannot be is none", () => {
  const wrong = [
    { session: undefined },
    { session: { ...ANSWER.session, id: "x" } },
    { session: { ...ANSWER.session, startedAtMs: "1" } },
    { windowId: "window" },
    { node: "7" },
    { node: 0 },
    { node: 1.5 },
  ];
  for (const field of wrong) {
    assert.equal(readAnswer({ ...ANSWER, ...field }, "edge key"), null, JSON.stringify(field));
  }
});
