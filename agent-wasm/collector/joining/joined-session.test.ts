import assert from "node:assert/strict";
import { test } from "node:test";

import { joinSession } from "./joined-session.ts";

const START = { id: "first", previousId: "before", startedAtMs: 1_000_000 };

/** A joined session with a clock of its own, and how often it told of activity. */
function join() {
  const time = { ms: 1_090_000 };
  const told = { count: 0 };
  const tell = () => {
    told.count += 1;
  };
  return { time, told, session: joinSession(START, () => time.ms, tell) };
}

test("it is the session that was joined", () => {
  const { session, time } = join();
  assert.deepEqual(
    [session.id(), session.previousId(), session.ageMs()],
    ["first", "before", 90_000],
  );
  time.ms = 0;
  assert.equal(session.ageMs(), 0, "never negative");
});

test("activity is told at most every 5 seconds", () => {
  const { session, time, told } = join();
  session.noteActivity();
  time.ms += 4_999;
  session.noteActivity();
  assert.equal(told.count, 1);
  time.ms += 1;
  session.noteActivity();
  assert.equal(told.count, 2);
});

test("a clock that is set back does not silence it", () => {
  const { session, time, told } = join();
  session.noteActivity();
  time.ms -= 60_000;
  session.noteActivity();
  assert.equal(told.count, 2);
});

test("it never ends by itself, and says once that another has begun", () => {
  const { session, time } = join();
  time.ms += 24 * 60 * 60 * 1_000;
  assert.equal(session.noteActivity(), false);
  session.renew({ id: "second", previousId: "first", startedAtMs: time.ms });
  assert.deepEqual([session.id(), session.previousId(), session.ageMs()], ["second", "first", 0]);
  assert.equal(session.noteActivity(), true);
  assert.equal(session.noteActivity(), false);
});
