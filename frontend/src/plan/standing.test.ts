import { expect, test } from "vitest";
import type { Step } from "../types/execution";
import { placeOf, Standings } from "./standing";

const step = (path: string, status: string): Step => ({ path, status, action: "a.b", duration: 0 });

test.each([
  ["0", "0"],
  ["1/repeat/3/sequence/0", "1/repeat/sequence/0"],
  ["repeat/1", "repeat/1"],
  ["0/repeat/2/sequence/1/repeat/10/sequence/0", "0/repeat/sequence/1/repeat/sequence/0"],
  ["2/remedy/4/0", "2/remedy/0"],
  ["0/parallel/1/sequence/2", "0/parallel/1/sequence/2"],
  ["0/graph/3/0/then/1", "0/graph/3/0/then/1"],
])("%s stands at %s", (path, place) => {
  expect(placeOf(path)).toBe(place);
});

test("turns are counted, and one that failed is spoken of", () => {
  const stands = new Standings([
    step("0", "failed"),
    step("0/repeat/1/sequence/0", "succeeded"),
    step("0/repeat/2/sequence/0", "failed"),
    step("0/repeat/3/sequence/0", "succeeded"),
  ]);
  expect(stands.of("0/repeat/sequence/0")).toEqual({
    standing: "failed",
    status: "failed",
    count: 3,
    path: "0/repeat/2/sequence/0",
  });
});

test("what runs is spoken of before what has ended", () => {
  const stands = new Standings([
    step("0/repeat/1/sequence/0", "failed"),
    step("0/repeat/2/sequence/0", "attempt_failed"),
  ]);
  expect(stands.of("0/repeat/sequence/0")).toMatchObject({ standing: "waiting", count: 2 });
});

test("a way is reached if anything on it is", () => {
  const stands = new Standings([step("0", "succeeded"), step("0/choose/1/sequence/0", "skipped")]);
  expect(stands.isReached("0/choose/1/sequence")).toBe(true);
  expect(stands.isReached("0/choose/0/sequence")).toBe(false);
  expect(stands.of("1")).toBeUndefined();
});
