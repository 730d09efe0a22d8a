import { expect, test } from "vitest";
import { layersOf } from "./layers";

const nodesOf = (needs: number[][]): (number | null)[][] =>
  layersOf(needs).layers.map((layer) => layer.map((slot) => slot.node));

test("each node stands below all that it needs", () => {
  expect(nodesOf([[], [0], [0], [1, 2]])).toEqual([[0], [1, 2], [3]]);
  expect(nodesOf([[2], [], [1]])).toEqual([[1], [2], [0]]);
});

test("an edge over several layers has a way around what is between", () => {
  const { layers } = layersOf([[], [0], [1, 0]]);
  expect(layers.map((layer) => layer.map((slot) => slot.node))).toEqual([[0], [1, null], [2]]);
  const way = layers[1]?.find((slot) => slot.node === null);
  expect(way?.next).toEqual([0]);
  expect(layers[0]?.[0]?.next).toHaveLength(2);
});

test("edges that need not cross do not", () => {
  // 2 needs 1, and 3 needs 0: below each other they stand as those do.
  const { layers } = layersOf([[], [], [1], [0]]);
  expect(layers[1]?.map((slot) => slot.node)).toEqual([3, 2]);
  expect(layers[0]?.map((slot) => slot.next)).toEqual([[0], [1]]);
});

test("nodes on which nobody waits lead out", () => {
  expect(layersOf([[], [0], []]).last).toEqual([1, 2]);
});

test("a circle, or a need of what is not there, ends nothing", () => {
  expect(nodesOf([[1], [0]]).flat().filter((one) => one !== null)).toHaveLength(2);
  expect(nodesOf([[7]])).toEqual([[0]]);
});
