import { afterEach, expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import type { Spot } from "../trying/caret";
import type { Checked } from "../types/trial";
import { CheckResult } from "./check-result";

const node = (path: string): NonNullable<Checked["outline"]>["steps"][number] => ({
  path,
  kind: "delay",
  title: "delay",
  alias: null,
  id: null,
  depends_on: [],
  branches: [],
});

const GOOD: Checked = {
  kind: "actions",
  valid: true,
  problems: [],
  plan: [{ place: "0", action: "delay", line: 4, column: 3 }],
  outline: { steps: [node("0"), node("1")], truncated: false, size: 2 },
  verdict: { decision: "deny", policy: "P1", reasons: [], impact: null },
};

const show = async (checked: Checked, more: Partial<CheckResult> = {}): Promise<CheckResult> => {
  const shown = Object.assign(new CheckResult(), { hass: new FakeHass(), checked, ...more });
  document.body.append(shown);
  await shown.updateComplete;
  return shown;
};

afterEach(() => {
  document.body.replaceChildren();
});

test("a node of the plan leads to its line, one without a line nowhere", async () => {
  const shown = await show(GOOD);
  const spots: Spot[] = [];
  shown.addEventListener("spot", (event) => spots.push((event as CustomEvent<Spot>).detail));
  const graph = shown.renderRoot.querySelector("action-engine-graph");
  for (const place of ["0", "1"]) {
    graph?.dispatchEvent(new CustomEvent("step-selected", { detail: { place, path: null } }));
  }
  expect(spots).toEqual([{ line: 4, column: 3 }]);
});

test("the policy has its name, if the user may know it", async () => {
  const policy = { policy_id: "P1", name: "Agents" } as CheckResult["policies"][number];
  expect((await show(GOOD, { policies: [policy] })).renderRoot.textContent).toContain("Agents");
  expect((await show(GOOD)).renderRoot.textContent).not.toContain("P1");
});

test("a plan with a mistake in it has no graph, nor one that is shown where it runs", async () => {
  const wrong = await show({ ...GOOD, valid: false });
  expect(wrong.renderRoot.querySelector("action-engine-graph")).toBeNull();
  const running = await show(GOOD, { running: true });
  expect(running.renderRoot.querySelector("action-engine-graph")).toBeNull();
});
