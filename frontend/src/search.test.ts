import { expect, test } from "vitest";
import { filterOf, queryOf } from "./search";
import type { Filter } from "./types/execution";

const whole: Filter = {
  states: ["failed", "unknown"],
  name: "50 % & <b>",
  policy: "P1",
  entity_id: "light.a",
  action: "light.turn_on",
  asked_by: "agent",
  since: "2026-11-21T05:00:00.000Z",
  until: "2026-11-22T05:00:00.000Z",
};

test("what stands in an address is what was looked for", () => {
  expect(filterOf(queryOf(whole))).toEqual(whole);
  expect(queryOf({})).toBe("");
  expect(filterOf("")).toEqual({});
});

test("what nobody can read in it does not count", () => {
  expect(filterOf("?state=on&by=me&since=now&name=%20&x=1&state=failed&%E0%A4%A")).toEqual({
    states: ["failed"],
  });
});
