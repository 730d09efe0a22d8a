import { expect, test } from "vitest";
import { lineAt, rangeOf } from "./caret";

const TEXT = "one\n  two: 2\n\nlast";

test("a spot is selected from its column to the end of its line", () => {
  expect(TEXT.slice(...rangeOf(TEXT, { line: 2, column: 3 }))).toBe("two: 2");
  expect(TEXT.slice(...rangeOf(TEXT, { line: 2, column: null }))).toBe("  two: 2");
  expect(TEXT.slice(...rangeOf(TEXT, { line: 4, column: 1 }))).toBe("last");
});

test("a spot behind the text is its end", () => {
  expect(rangeOf(TEXT, { line: 9, column: 9 })).toEqual([TEXT.length, TEXT.length]);
  expect(rangeOf("", { line: 1, column: 1 })).toEqual([0, 0]);
  expect(rangeOf(TEXT, { line: 3, column: 5 })).toEqual([13, 13]);
});

test("lines are counted from one", () => {
  expect(lineAt(TEXT, 0)).toBe(1);
  expect(lineAt(TEXT, TEXT.length)).toBe(4);
});
