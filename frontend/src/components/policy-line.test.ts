import { afterEach, expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import type { Policy } from "../types/settings";
import { PolicyLine } from "./policy-line";

afterEach(() => {
  document.body.replaceChildren();
});

const policy = (more: Partial<Policy> = {}): Policy => ({
  policy_id: "P1",
  name: "Agents",
  status: "canary",
  left: { hour_left: 2, day_left: null },
  settings: {
    trust: { canary_percentage: 25 },
    limits: { max_per_hour: 10, max_per_day: 0 },
  },
  ...more,
});

const show = async (one: Policy): Promise<ParentNode> => {
  const line = new PolicyLine();
  line.hass = new FakeHass();
  line.policy = one;
  document.body.append(line);
  await line.updateComplete;
  return line.renderRoot;
};

test("a canary says and shows its share", async () => {
  const badge = (await show(policy())).querySelector<HTMLElement>(".badge");
  expect(badge?.textContent.trim()).toBe("Canary, 25%");
  expect(badge?.getAttribute("style")).toBe("--share:25%");
});

test("what is left of a limit is a meter, and nothing where there is none", async () => {
  const meters = (await show(policy())).querySelectorAll(".meter");
  expect(meters.length).toBe(1);
  expect(meters[0]?.getAttribute("aria-label")).toBe("2 left this hour");
  expect(meters[0]?.querySelector("span")?.style.width).toBe("20%");
  expect(meters[0]?.classList.contains("low")).toBe(true);
});

test("who does not know the settings sees the figure alone", async () => {
  const { settings, ...bare } = policy();
  expect(settings).toBeDefined();
  const root = await show(bare);
  expect(root.querySelector(".meter")).toBeNull();
  expect((root as ShadowRoot).textContent).toContain("2 left this hour");
  expect(root.querySelector(".badge")?.textContent.trim()).toBe("Canary");
});

test("a rollout says its stage, its share, and when the next one begins", async () => {
  const rollout = { stage: 1, stages: 3, percentage: 10, next: "2026-11-28" };
  const root = (await show(policy({ rollout }))) as ShadowRoot;
  expect(root.querySelector(".badge")?.textContent.trim()).toBe("Canary, 10%");
  expect(root.textContent).toContain("Stage 1 of 3 of its rollout.");
  expect(root.textContent).toContain("Sat, Nov 28");
});

test("a budget is left in units", async () => {
  const one = policy({ left: { hour_left: null, day_left: null, budget_left: 30 } });
  expect(((await show(one)) as ShadowRoot).textContent).toContain("30 units left today");
});
