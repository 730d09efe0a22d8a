/** The figures of some days as a small chart. Pure. */

import type { Day } from "./types/figures";

export type Part = "success" | "failed" | "other";

const PARTS: readonly Part[] = ["success", "failed", "other"];

export interface Bar {
  part: Part;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Share of the width of a day that its bar takes. */
const FILLED = 0.7;

/** Stacked bars, a day beside the other, the highest one as high as there is room. */
export const barsOf = (days: readonly Day[], width: number, height: number): Bar[] => {
  const most = Math.max(1, ...days.map(sum));
  const room = width / Math.max(days.length, 1);
  return days.flatMap((day, n) => {
    let y = height;
    return PARTS.filter((part) => day[part] > 0).map((part) => {
      const tall = (day[part] / most) * height;
      y -= tall;
      return { part, x: (n + (1 - FILLED) / 2) * room, y, width: room * FILLED, height: tall };
    });
  });
};

/** A line through the days that have a value; a day without one breaks it. */
export const linesOf = (days: readonly Day[], width: number, height: number): Point[][] => {
  const most = Math.max(...days.map((day) => day.seconds ?? 0)) || 1;
  const room = width / Math.max(days.length, 1);
  const lines: Point[][] = [];
  let line: Point[] | null = null;
  days.forEach(({ seconds }, n) => {
    if (seconds === null) {
      line = null;
      return;
    }
    if (line === null) lines.push((line = []));
    line.push({ x: (n + 0.5) * room, y: height * (1 - seconds / most) });
  });
  return lines;
};

export const sum = (day: Day): number => day.success + day.failed + day.other;
