import { expect, test } from "vitest";
import { longer, MOST, moved, newer, renewed, type Shown } from "./rows";
import type { Page, Row, State } from "./types/execution";

const row = (number: number, state: State = "success"): Row => ({
  execution_id: `E${String(number).padStart(6, "0")}`,
  name: `Number ${number}`,
  state,
  verified: true,
  policy: null,
  created: "2026-11-21T06:00:00+00:00",
  ended: null,
  duration: 1,
  error_message: null,
});

const page = (from: number, to: number, next = true): Page => {
  const executions = [];
  for (let number = from; number >= to; number -= 1) executions.push(row(number));
  return { executions, next: next ? `E${String(to).padStart(6, "0")}` : null };
};

const shown = (from: number, to: number): Shown => {
  const { executions, next } = page(from, to);
  return { rows: executions, next };
};

const numbers = ({ rows }: Shown): number[] => rows.map((one) => Number(one.execution_id.slice(1)));

test("new rows come on top, and all that was read stays", () => {
  const known = shown(100, 1);
  const after = renewed(known, page(103, 79));
  expect(numbers(after)).toEqual(numbers(shown(103, 1)));
  expect(after.next).toBe(known.next);
  expect(newer(known, page(103, 79))).toBe(3);
});

test("a row about which nothing is new is not drawn again", () => {
  const known = shown(100, 1);
  const fresh = page(101, 77);
  fresh.executions[1] = row(100, "failed");
  const after = renewed(known, fresh);
  expect(after.rows[2]).toBe(known.rows[1]);
  expect(after.rows[1]?.state).toBe("failed");
});

test("what is not like the filter any more goes, as far as the page reaches", () => {
  const fresh = page(100, 76);
  fresh.executions.splice(5, 1);
  expect(numbers(renewed(shown(100, 1), fresh))).not.toContain(95);
  expect(numbers(renewed(shown(100, 1), page(3, 1, false)))).toEqual([3, 2, 1]);
});

test("where rows may be missing in between, the newest page is all there is", () => {
  const after = renewed(shown(100, 1), page(400, 376));
  expect(numbers(after)).toEqual(numbers(shown(400, 376)));
  expect(after.next).toBe("E000376");
});

test("an endless list lets go of what is far above", () => {
  let known = shown(100_000, 99_951);
  while (known.rows.length < MOST) {
    const last = Number(known.next?.slice(1));
    known = longer(known, page(last - 1, last - 50));
  }
  const last = Number(known.next?.slice(1));
  const after = longer(known, page(last - 1, last - 50));
  expect(after.rows).toHaveLength(MOST);
  expect(after.rows.at(-1)?.execution_id).toBe(after.next);
});

test("a move changes its own row, and nothing if it is none of these", () => {
  const { rows } = shown(10, 1);
  expect(moved(rows, new Map([["other", "failed"]]))).toBe(rows);
  const after = moved(rows, new Map([["E000005", "failed"]]));
  expect(after.find((one) => one.execution_id === "E000005")?.state).toBe("failed");
  expect(after[0]).toBe(rows[0]);
});
