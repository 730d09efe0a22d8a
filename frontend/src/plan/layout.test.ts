import { expect, test } from "vitest";
import type { PlanBranch, PlanNode } from "../types/plan";
import { HEIGHT, layoutOf, WIDTH, type Layout } from "./layout";

const node = (path: string, kind = "call", more: Partial<PlanNode> = {}): PlanNode => ({
  path,
  kind,
  title: "light.turn_on",
  alias: null,
  id: null,
  depends_on: [],
  branches: [],
  ...more,
});

const branch = (path: string, label: string, count: number): PlanBranch => ({
  label,
  path,
  steps: Array.from({ length: count }, (_, index) => node(`${path}/${index}`)),
});

const choice = node("0", "if", {
  branches: [branch("0/then", "then", 2), branch("0/else", "else", 1)],
});
const lonely = node("0", "if", { branches: [branch("0/then", "then", 1)] });
const loop = node("0", "repeat", { branches: [branch("0/repeat/sequence", "do", 2)] });
const attempt = node("0", "try", {
  branches: [branch("0/try", "try", 1), branch("0/catch", "catch", 2), branch("0/finally", "finally", 1)],
});
const graph = node("0", "graph", {
  branches: [
    ["a", []],
    ["b", ["a"]],
    ["c", ["a"]],
    ["d", ["b", "c", "a"]],
  ].map(([id, depends_on], index) => ({
    label: id as string,
    path: `0/graph/${index}`,
    steps: [node(`0/graph/${index}/0`, "call", { id: id as string, depends_on: depends_on as string[] })],
  })),
});
const deep = node("0", "parallel", {
  branches: [
    { label: "arm", path: "0/parallel/0/sequence", steps: [graph] },
    { label: "arm", path: "0/parallel/1/sequence", steps: [choice, loop] },
  ],
});

const at = (layout: Layout, path: string): { x: number; y: number } => {
  const found = layout.nodes.find((one) => one.node.path === path);
  if (!found) throw new Error(path);
  return found;
};

test("steps stand below each other", () => {
  const layout = layoutOf([node("0"), node("1")]);
  expect(at(layout, "0").x).toBe(at(layout, "1").x);
  expect(at(layout, "1").y).toBeGreaterThan(at(layout, "0").y + HEIGHT);
  expect(layout.edges.map((edge) => [edge.from, edge.to])).toEqual([["0", "1"]]);
});

test("ways stand beside each other, below what decides", () => {
  const layout = layoutOf([choice]);
  expect(at(layout, "0/then/0").y).toBe(at(layout, "0/else/0").y);
  expect(at(layout, "0/else/0").x).toBeGreaterThanOrEqual(at(layout, "0/then/0").x + WIDTH);
  expect(layout.labels.map((label) => label.text)).toEqual(["then", "else"]);
});

test("where one may pass, there is a way that is taken if no other is", () => {
  const past = layoutOf([lonely]).edges.filter((edge) => edge.to === null);
  expect(past).toHaveLength(3);
  expect(past[0]).toMatchObject({ from: "0", unless: ["0/then"] });
  expect(layoutOf([choice]).edges.filter((edge) => edge.to === null)).toEqual([]);
});

test("a loop leads back", () => {
  const back = layoutOf([loop]).edges.filter((edge) => edge.back);
  expect(back.map((edge) => edge.to)).toEqual(["0/repeat/sequence"]);
});

test("what comes last in any case stands below both", () => {
  const layout = layoutOf([attempt]);
  expect(at(layout, "0/try/0").y).toBe(at(layout, "0/catch/0").y);
  expect(at(layout, "0/finally/0").y).toBeGreaterThan(at(layout, "0/catch/1").y + HEIGHT);
});

test("a graph stands in layers", () => {
  const layout = layoutOf([graph]);
  const [a, b, c, d] = [0, 1, 2, 3].map((one) => at(layout, `0/graph/${one}/0`));
  expect(b?.y).toBe(c?.y);
  expect(b?.y).toBeGreaterThan(a?.y ?? Infinity);
  expect(d?.y).toBeGreaterThan(b?.y ?? Infinity);
  const ends = layout.edges.filter((edge) => edge.to === "0/graph/3/0");
  expect(ends.map((edge) => edge.from)).toEqual(
    expect.arrayContaining(["0/graph/0/0", "0/graph/1/0", "0/graph/2/0"]),
  );
});

test("nothing lies on anything else, and nothing outside", () => {
  for (const plan of [[choice, lonely, loop], [attempt], [graph], [deep]]) {
    const { nodes, width, height } = layoutOf(plan);
    for (const [index, one] of nodes.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + WIDTH).toBeLessThanOrEqual(width);
      expect(one.y + HEIGHT).toBeLessThanOrEqual(height);
      for (const other of nodes.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= WIDTH || Math.abs(one.y - other.y) >= HEIGHT;
        expect(apart, `${one.node.path} on ${other.node.path}`).toBe(true);
      }
    }
  }
});

test("a plan without steps is empty", () => {
  expect(layoutOf([]).nodes).toEqual([]);
});
