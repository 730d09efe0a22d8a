import { expect, test } from "vitest";
import { chartOf, placed } from "./bars";
import type { Account, Happening } from "./types/execution";

const happening = (second: number, kind: string, path: string, data: unknown): Happening => ({
  seq: second,
  at: `2026-11-21T06:00:${String(second).padStart(2, "0")}Z`,
  kind,
  path,
  data,
});

const INTENT = { domain: "light", service: "turn_on", data: { on: 1 }, targets: ["light.a"] };

const account = (more: Partial<Account>): Account => ({
  execution_id: "E",
  name: "E",
  state: "success",
  verified: true,
  policy: null,
  created: "2026-11-21T06:00:00Z",
  started: "2026-11-21T06:00:00Z",
  ended: "2026-11-21T06:00:10Z",
  duration: 10,
  error_message: null,
  error_code: null,
  undo_of: null,
  repeat_of: null,
  origin: null,
  timeline: [],
  ...more,
});

test("attempts and the waits between them stand one after another", () => {
  const { bars, seconds } = chartOf(
    account({
      timeline: [happening(2, "intent", "0", INTENT)],
      steps: [
        {
          path: "0",
          action: "light.turn_on",
          status: "succeeded",
          duration: 6,
          failures: [{ error: "no", duration: 1, delay: 2, targets: [] }],
        },
      ],
    }),
  );
  expect(seconds).toBe(10);
  expect(bars[0]?.sent).toEqual({ on: 1 });
  const parts = bars[0]?.segments.map((one) => [one.part, one.start, one.length, one.open]);
  expect(parts).toEqual([
    ["failed", 2, 1, false],
    ["waiting", 3, 2, false],
    ["done", 5, 3, false],
  ]);
});

test("what runs has no end, and the axis has none either", () => {
  const { bars, seconds } = chartOf(
    account({
      ended: null,
      timeline: [happening(2, "intent", "0", INTENT)],
      steps: [{ path: "0", action: "x.y", status: "started", duration: 0 }],
    }),
  );
  expect(seconds).toBeNull();
  expect(bars[0]?.segments).toEqual([{ part: "running", start: 2, length: null, open: true }]);
});

test("an attempt that failed is followed by a wait that grows no longer than it lasts", () => {
  const { bars } = chartOf(
    account({
      ended: null,
      steps: [
        {
          path: "0",
          action: "x.y",
          status: "attempt_failed",
          duration: 0,
          began: "2026-11-21T06:00:01Z",
          failures: [{ error: "no", duration: 1, delay: 4, targets: [] }],
        },
      ],
    }),
  );
  const [failed, waiting, running] = bars[0]?.segments ?? [];
  expect(failed?.part).toBe("failed");
  expect([waiting?.part, waiting?.start, waiting?.length]).toEqual(["waiting", 2, 4]);
  expect([running?.part, running?.start]).toEqual(["running", 6]);
  expect(placed(waiting as NonNullable<typeof waiting>)).toContain(
    "min(4.000000,max(0,var(--now) - 2.000000))",
  );
});

test("a step of which nobody knows the time has no bar", () => {
  const steps = [{ path: "9", action: "stop", status: "stopped", duration: 0 }];
  expect(chartOf(account({ steps })).bars[0]?.segments).toEqual([]);
});

test("a block begins with the first of what is in it", () => {
  const steps = [
    { path: "0", action: "if", status: "succeeded", duration: 3 },
    { path: "0/then/0", action: "light.turn_on", status: "succeeded", duration: 3 },
  ];
  const timeline = [happening(4, "intent", "0/then/0", INTENT)];
  expect(chartOf(account({ steps, timeline })).bars[0]?.segments[0]?.start).toBe(4);
});

test("what a restart has forgotten is read from the timeline", () => {
  const timeline = [happening(1, "intent", "0", INTENT), happening(3, "result", "0", {})];
  const [bar] = chartOf(account({ timeline })).bars;
  expect(bar?.step).toMatchObject({
    action: "light.turn_on",
    status: "succeeded",
    duration: 2,
    targets: ["light.a"],
  });
});

test("microseconds count: most steps are over within one thousandth of a second", () => {
  const { bars, seconds } = chartOf(
    account({
      started: "2026-11-21T06:00:00.000100+00:00",
      ended: "2026-11-21T06:00:00.000500+00:00",
      timeline: [{ ...happening(0, "intent", "0", INTENT), at: "2026-11-21T06:00:00.000200+00:00" }],
      steps: [{ path: "0", action: "x.y", status: "succeeded", duration: 0.0002 }],
    }),
  );
  expect(seconds).toBeCloseTo(0.0004);
  expect(bars[0]?.segments[0]?.start).toBeCloseTo(0.0001, 5);
});
