import { afterEach, expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import { WatchedRun } from "./watched-run";

const STREAM = "action_engine/subscribe";
const AT = "2026-11-21T06:00:00+00:00";

const account = (more: object = {}): object => ({
  execution_id: "E1",
  name: "Evening",
  state: "executing",
  created: AT,
  started: AT,
  ended: null,
  duration: null,
  error_message: null,
  timeline: [],
  steps: [],
  plan: null,
  ...more,
});

const settle = async (run: WatchedRun): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await run.updateComplete;
};

const show = async (get_execution: unknown): Promise<[WatchedRun, FakeHass]> => {
  const hass = new FakeHass({ get_execution });
  const run = new WatchedRun();
  run.hass = hass;
  run.executionId = "E1";
  document.body.append(run);
  await settle(run);
  return [run, hass];
};

const text = (run: WatchedRun): string => run.renderRoot.textContent;

afterEach(() => {
  document.body.replaceChildren();
});

test("steps are seen as they happen, and nothing is asked for anew", async () => {
  const [run, hass] = await show(account());
  const step = {
    kind: "step",
    execution_id: "E1",
    path: "0",
    action: "light.turn_on",
    alias: null,
    status: "started",
    targets: ["light.table"],
    attempt: 1,
    duration: 0,
    began: AT,
  } as const;
  hass.connection.listeners.get(STREAM)?.({ events: [step], dropped: 0 });
  await settle(run);
  const steps = run.renderRoot.querySelector("action-engine-steps");
  await steps?.updateComplete;
  expect(steps?.shadowRoot?.textContent).toContain("Light: turn on");
  expect(hass.sent.filter((one) => one.type.endsWith("get_execution"))).toHaveLength(1);
});

test("what runs can be ended", async () => {
  const [run, hass] = await show(account());
  run.renderRoot.querySelector<HTMLElement>("button.danger")?.click();
  await settle(run);
  expect(hass.sent.map((one) => one.type)).toContain("action_engine/cancel");
});

test("what was denied says why, and shows no steps", async () => {
  const reasons = [{ rule: "x", decision: "deny", code: "x", text: "Not at night." }];
  const verdict = { decision: "deny", reasons };
  const [run] = await show(account({ state: "denied", verdict }));
  expect(text(run)).toContain("Not at night.");
  expect(run.renderRoot.querySelector("action-engine-steps")).toBeNull();
});

test("while a person is asked, it leads to the questions", async () => {
  const [run] = await show(account({ state: "pending_approval" }));
  const links = [...run.renderRoot.querySelectorAll("a")].map((one) => one.getAttribute("href"));
  expect(links).toEqual(["/action-engine/approvals", "/action-engine/executions/E1"]);
});

test("one that cannot be looked at says so", async () => {
  const [run] = await show(new Error("There is nothing here"));
  expect(run.renderRoot.querySelector("[role=alert]")?.textContent).toContain("nothing here");
});
