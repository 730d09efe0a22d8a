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
  const meters = (await show(policy())).querySelectorAll("[role=meter]");
  expect(meters.length).toBe(1);
  expect(meters[0]?.getAttribute("aria-valuenow")).toBe("2");
  expect(meters[0]?.getAttribute("aria-valuemax")).toBe("10");
  expect(meters[0]?.classList.contains("low")).toBe(true);
});

test("who does not know the settings sees the figure alone", async () => {
  const { settings, ...bare } = policy();
  expect(settings).toBeDefined();
  const root = await show(bare);
  expect(root.querySelector("[role=meter]")).toBeNull();
  expect((root as ShadowRoot).textContent).toContain("2 left this hour");
  expect(root.querySelector(".badge")?.textContent.trim()).toBe("Canary");
});
