import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeHass } from "../fixtures";
import type { Account, Step } from "../types/execution";
import "./step-chart";
import type { StepChart } from "./step-chart";

const BEGAN = "2026-11-21T06:00:00Z";
const HERE = Date.parse(BEGAN) / 1000;

const step = (path: string, status = "succeeded"): Step => ({
  path,
  status,
  action: "light.turn_on",
  duration: 0.01,
  began: BEGAN,
  response: "<b>bold</b>",
});

const account = (steps: Step[], more: Partial<Account> = {}): Account => ({
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
  steps,
  ...more,
});

let chart: StepChart;
let now = HERE + 1;

beforeEach(() => {
  vi.useFakeTimers();
  // The browser of these tests shows nothing.
  HTMLElement.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  now = HERE + 1;
});

afterEach(() => {
  chart.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = async (one: Account): Promise<void> => {
  chart = document.createElement("action-engine-steps");
  chart.hass = new FakeHass();
  chart.now = () => now;
  chart.account = one;
  document.body.append(chart);
  await chart.updateComplete;
};

const rows = (): HTMLDetailsElement[] => [...chart.renderRoot.querySelectorAll("details")];

test("many rows are made a few in each frame", async () => {
  await show(account(Array.from({ length: 90 }, (_, index) => step(String(index)))));
  expect(rows().length).toBeLessThan(60);
  await vi.advanceTimersByTimeAsync(16 * 5);
  expect(rows()).toHaveLength(90);
});

test("only what is open has its details", async () => {
  await show(account([step("0"), step("1")]));
  expect(chart.renderRoot.querySelector("dl")).toBeNull();
  await chart.show("1");
  expect(rows().map((row) => row.open)).toEqual([false, true]);
  expect(chart.renderRoot.querySelectorAll("dl")).toHaveLength(1);
  expect(chart.renderRoot.querySelector("b")).toBeNull();
  expect(rows()[1]?.textContent).toContain("<b>bold</b>");
});

test("time goes on while it runs, and not afterwards", async () => {
  await show(account([step("0", "started")]));
  now = HERE + 4;
  await vi.advanceTimersByTimeAsync(100);
  expect(chart.style.getPropertyValue("--axis")).toBe("4.0000");
  chart.account = account([step("0")], { ended: "2026-11-21T06:00:05Z", state: "success" });
  await chart.updateComplete;
  now = HERE + 9;
  await vi.advanceTimersByTimeAsync(100);
  expect(chart.style.getPropertyValue("--axis")).toBe("5.0000");
  expect(vi.getTimerCount()).toBe(0);
});

test("a step that does not change is not made anew", async () => {
  const first = step("0");
  await show(account([first]));
  const before = rows()[0];
  chart.account = account([{ ...first }, step("1", "attempt_failed")]);
  await chart.updateComplete;
  expect(rows()[0]).toBe(before);
  expect(rows()).toHaveLength(2);
});
