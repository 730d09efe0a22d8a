import { expect, test } from "vitest";
import { barsOf, linesOf } from "./trend";
import type { Day } from "./types/figures";

const day = (more: Partial<Day> = {}): Day => ({
  date: "2026-11-21",
  success: 0,
  failed: 0,
  other: 0,
  seconds: null,
  ...more,
});

test("the parts of a day stand on each other, the highest day fills the height", () => {
  const bars = barsOf([day({ success: 3, failed: 1 }), day({ other: 2 })], 100, 40);
  expect(bars.map(({ part, y, height }) => [part, y, height])).toEqual([
    ["success", 10, 30],
    ["failed", 0, 10],
    ["other", 20, 20],
  ]);
  expect(bars[0]?.x).toBeCloseTo(7.5);
  expect(bars[2]?.x).toBeCloseTo(57.5);
});

test("days on which nothing was have no bars, and nothing is divided by nothing", () => {
  expect(barsOf([day(), day()], 100, 40)).toEqual([]);
  expect(barsOf([], 100, 40)).toEqual([]);
  expect(linesOf([], 100, 40)).toEqual([]);
});

test("a day without a duration breaks the line", () => {
  const days = [day({ seconds: 1 }), day({ seconds: 2 }), day(), day({ seconds: 0 })];
  expect(linesOf(days, 100, 40)).toEqual([
    [
      { x: 12.5, y: 20 },
      { x: 37.5, y: 0 },
    ],
    [{ x: 87.5, y: 40 }],
  ]);
});

test("where everything takes no time the line is at the bottom", () => {
  expect(linesOf([day({ seconds: 0 })], 100, 40)).toEqual([[{ x: 50, y: 40 }]]);
});
