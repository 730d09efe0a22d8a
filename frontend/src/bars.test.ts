import { expect, test } from "vitest";
import { chartOf } from "./bars";
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
    0,
  );
  expect(seconds).toBe(10);
  expect(bars[0]?.sent).toEqual({ on: 1 });
  const parts = bars[0]?.segments.map((one) => [one.part, one.start, one.length]);
  expect(parts).toEqual([
    ["failed", 0.2, 0.1],
    ["waiting", 0.3, 0.2],
    ["done", 0.5, 0.3],
  ]);
});

test("what runs reaches until now", () => {
  const { bars } = chartOf(
    account({
      ended: null,
      timeline: [happening(2, "intent", "0", INTENT)],
      steps: [{ path: "0", action: "x.y", status: "started", duration: 0 }],
    }),
    Date.parse("2026-11-21T06:00:04Z") / 1000,
  );
  expect(bars[0]?.segments).toEqual([{ part: "running", start: 0.5, length: 0.5 }]);
});

test("a step of which nobody knows the time has no bar", () => {
  const steps = [{ path: "9", action: "stop", status: "stopped", duration: 0 }];
  expect(chartOf(account({ steps }), 0).bars[0]?.segments).toEqual([]);
});

test("what a restart has forgotten is read from the timeline", () => {
  const timeline = [happening(1, "intent", "0", INTENT), happening(3, "result", "0", {})];
  const [bar] = chartOf(account({ timeline }), 0).bars;
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
    0,
  );
  expect(seconds).toBeCloseTo(0.0004);
  expect(bars[0]?.segments[0]?.start).toBeCloseTo(0.25, 2);
});
