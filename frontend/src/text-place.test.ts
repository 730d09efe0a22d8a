import { expect, test } from "vitest";
import { placeIn } from "./text-place";

const TEXT = "- action: light.turn_on\n  data:\n    x: 1\n- nonsense: 1\n";

test("a line is where the message says it is", () => {
  const place = placeIn(TEXT, "It did not work: line 2, column 3: came x, expected y");
  expect(place).toEqual({ line: 2, start: 24, end: 31 });
});

test("a step is found by its number", () => {
  const place = placeIn(TEXT, "It did not work: 1: came nonsense, expected an action");
  expect(place?.line).toBe(4);
  expect(TEXT.slice(place?.start, place?.end)).toBe("- nonsense: 1");
  expect(placeIn(TEXT, "0/data/x: came 1, expected y")?.line).toBe(1);
});

test("what is missing at the end is shown at the last line", () => {
  expect(placeIn("- a: [", "line 2, column 1: came the end")?.line).toBe(1);
});

test("no place is no place", () => {
  expect(placeIn(TEXT, "It is denied: at 12:30 nobody is asked")).toBeNull();
  expect(placeIn(TEXT, "7: came x")).toBeNull();
  expect(placeIn("nothing", "1: came x")).toBeNull();
});
