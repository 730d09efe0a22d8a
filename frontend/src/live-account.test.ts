import { expect, test } from "vitest";
import { LiveAccount } from "./live-account";
import type { Account } from "./types/execution";
import type { MoveEvent, StepEvent } from "./types/stream";

const BEGAN = "2026-11-21T06:00:00Z";
const HERE = Date.parse(BEGAN) / 1000;

const account = (more: Partial<Account> = {}): Account => ({
  execution_id: "E",
  name: "E",
  state: "executing",
  verified: false,
  policy: null,
  created: BEGAN,
  started: BEGAN,
  ended: null,
  duration: null,
  error_message: null,
  error_code: null,
  undo_of: null,
  repeat_of: null,
  origin: null,
  timeline: [],
  ...more,
});

const step = (status: string, more: Partial<StepEvent> = {}): StepEvent => ({
  kind: "step",
  execution_id: "E",
  path: "0",
  action: "light.turn_on",
  alias: null,
  status,
  targets: ["light.a"],
  attempt: 1,
  duration: 0,
  began: BEGAN,
  ...more,
});

const move = (state: MoveEvent["state"]): MoveEvent => ({
  kind: "execution",
  execution_id: "E",
  state,
});

test("a step begins, fails, tries again and is done, without being loaded again", () => {
  const live = new LiveAccount(account());
  expect(live.hear(step("started"))).toBe(true);
  expect(live.hear(move("retrying"))).toBe(true);
  live.hear(step("attempt_failed", { error: "no", took: 1, delay: 2, left: ["light.a"] }));
  expect(live.account.state).toBe("retrying");
  expect(live.account.steps).toMatchObject([
    {
      status: "attempt_failed",
      failures: [{ error: "no", duration: 1, delay: 2, targets: ["light.a"] }],
    },
  ]);
  expect(live.hear(move("executing"))).toBe(true);
  live.hear(step("succeeded", { attempt: 2, duration: 3.5, seen: true, expected: "on" }));
  expect(live.account.steps).toMatchObject([
    { status: "succeeded", attempts: 2, duration: 3.5, seen: true, failures: [{ delay: 2 }] },
  ]);
  expect(live.account.steps?.[0]?.error).toBeUndefined();
});

test("steps come in the order in which they began, and others stay the same objects", () => {
  const live = new LiveAccount(account());
  live.hear(step("started"));
  live.hear(step("started", { path: "1" }));
  const before = live.account.steps;
  live.hear(step("succeeded", { path: "1" }));
  const after = live.account.steps;
  expect(after?.map((one) => one.path)).toEqual(["0", "1"]);
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).not.toBe(before?.[1]);
});

test("a step that is begun once more begins anew", () => {
  const live = new LiveAccount(account());
  live.hear(step("started"));
  live.hear(step("failed", { error: "no", duration: 1 }));
  live.hear(step("started"));
  expect(live.account.steps).toHaveLength(1);
  expect(live.account.steps?.[0]?.error).toBeUndefined();
});

test.each([
  ["an end", account(), move("success")],
  ["a question", account(), move("pending_approval")],
  ["the beginning, of which the time is not told", account({ started: null }), move("executing")],
  ["an undo of what has ended", account({ state: "success" }), move("executing")],
])("%s is loaded", (_, loaded, event) => {
  expect(new LiveAccount(loaded).hear(event)).toBe(false);
});

test("it is as late as the server says, whatever the clock here says", () => {
  const live = new LiveAccount(account(), null, HERE - 3600);
  expect(live.now(HERE - 3600)).toBe(HERE);
  live.hear(step("started", { began: "2026-11-21T06:00:05Z" }), HERE - 3000);
  expect(live.now(HERE - 2999)).toBeCloseTo(HERE + 6);
});

test("what is loaded anew keeps what only the stream has told", () => {
  const live = new LiveAccount(account());
  live.hear(step("succeeded", { duration: 1 }));
  live.hear(step("succeeded", { path: "1", duration: 1 }));
  const steps = [{ path: "0", action: "light.turn_on", status: "succeeded", duration: 1, note: "x" }];
  const loaded = new LiveAccount(account({ steps, steps_omitted: 1 }), live);
  expect(loaded.account.steps).toMatchObject([
    { path: "0", note: "x", began: BEGAN },
    { path: "1", began: BEGAN },
  ]);
});
