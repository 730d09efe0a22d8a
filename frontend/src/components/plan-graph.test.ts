import { afterEach, expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import type { Step } from "../types/execution";
import type { PlanNode } from "../types/plan";
import "./plan-graph";
import type { PlanGraph } from "./plan-graph";

const node = (path: string, more: Partial<PlanNode> = {}): PlanNode => ({
  path,
  kind: "call",
  title: "light.turn_on",
  alias: null,
  id: null,
  depends_on: [],
  targets: ["light.table"],
  branches: [],
  ...more,
});

const PLAN = [
  node("0", {
    kind: "if",
    title: "state light.table",
    targets: [],
    branches: [
      { label: "then", path: "0/then", steps: [node("0/then/0", { alias: "<img src=x>" })] },
      { label: "else", path: "0/else", steps: [node("0/else/0")] },
    ],
  }),
  node("1", { kind: "delay", title: "90 s", targets: [] }),
];

const step = (path: string, status: string): Step => ({ path, status, action: "a.b", duration: 0 });

let graph: PlanGraph;

const show = async (steps: Step[] | null): Promise<void> => {
  graph = document.createElement("action-engine-graph");
  graph.hass = new FakeHass();
  graph.outline = PLAN;
  graph.steps = steps;
  document.body.append(graph);
  await graph.updateComplete;
};

const button = (place: string): HTMLButtonElement =>
  graph.renderRoot.querySelector(`[data-place="${place}"]`) as HTMLButtonElement;

afterEach(() => {
  graph.remove();
});

test("a node says what it is, for whom, and how it stands", async () => {
  await show([step("0", "succeeded"), step("0/else/0", "failed"), step("1", "waiting")]);
  expect(button("0").getAttribute("aria-label")).toBe("If, state light.table, Done");
  expect(button("0/else/0").getAttribute("aria-label")).toBe(
    "Light: turn on, Table (Kitchen), Failed",
  );
  expect(button("0/then/0").getAttribute("aria-label")).toContain("Not reached");
  expect(button("0/then/0").className).toContain("unreached");
  expect(button("1").textContent).toContain("1.5 min");
});

test("only the ways that were taken are lit", async () => {
  await show([step("0", "succeeded"), step("0/else/0", "succeeded")]);
  const ways = [...graph.renderRoot.querySelectorAll(".ways path")];
  const taken = ways.filter((one) => one.classList.contains("taken"));
  // To the one way, along it and out of it; not to what has not begun.
  expect(taken).toHaveLength(3);
  expect(ways.length).toBeGreaterThan(6);
});

test("a plan that has not run is shown without how it stands", async () => {
  await show(null);
  expect(button("0").getAttribute("aria-label")).toBe("If, state light.table");
  expect(graph.renderRoot.querySelector(".mark")).toBeNull();
});

test("names are text", async () => {
  await show([]);
  expect(graph.renderRoot.querySelector("img")).toBeNull();
  expect(button("0/then/0").textContent).toContain("<img src=x>");
});

test("a click tells which occurrence is meant, and null for none", async () => {
  await show([step("0", "succeeded")]);
  const told: unknown[] = [];
  graph.addEventListener("step-selected", (event) => told.push((event as CustomEvent).detail));
  button("0").click();
  button("1").click();
  expect(told).toEqual([
    { place: "0", path: "0" },
    { place: "1", path: null },
  ]);
});

test("one node is reached by tab, arrows lead to the others", async () => {
  await show([]);
  const all = [...graph.renderRoot.querySelectorAll("button")];
  expect(all.filter((one) => one.tabIndex === 0)).toHaveLength(1);
  button("0").focus();
  const press = (key: string): boolean =>
    (graph.renderRoot as ShadowRoot).activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true }),
    ) ?? false;
  press("ArrowDown");
  expect((graph.renderRoot as ShadowRoot).activeElement).toBe(button("0/then/0"));
  press("End");
  expect((graph.renderRoot as ShadowRoot).activeElement).toBe(button("1"));
  await graph.updateComplete;
  expect(button("1").tabIndex).toBe(0);
});
