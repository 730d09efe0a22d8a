import { expect, test } from "vitest";
import { countOf, listOf, textOf, textsOf, valuesOf, wordsOf, yesOf } from "./options";

test("what an editor has emptied counts as not given", () => {
  const config = { title: "", policies: [], entity: null };
  expect(textOf(config, "title")).toBeUndefined();
  expect(textsOf(config, "policies")).toEqual([]);
  expect(textOf(config, "entity")).toBeUndefined();
  expect(countOf({ count: undefined }, "count", 5, 50)).toBe(5);
});

test("one alone need not be a list", () => {
  expect(textsOf({ policies: "P1" }, "policies")).toEqual(["P1"]);
  expect(listOf({ actions: { action: "light.turn_on" } }, "actions")).toHaveLength(1);
});

test.each([
  ["title", () => textOf({ title: 5 }, "title"), "a text"],
  ["policies", () => textsOf({ policies: [5] }, "policies"), "a list of texts"],
  ["states", () => wordsOf({ states: ["gone"] }, "states", ["a", "b"]), "a, b"],
  ["count", () => countOf({ count: 51 }, "count", 5, 50), "from 1 to 50"],
  ["count", () => countOf({ count: "5" }, "count", 5, 50), "from 1 to 50"],
  ["confirmation", () => yesOf({ confirmation: "yes" }, "confirmation"), "true or false"],
  ["data", () => valuesOf({ data: [1] }, "data"), "names with values"],
  ["actions", () => listOf({ actions: ["on"] }, "actions"), "a list of actions"],
])("a problem names the option %s and what is expected", (name, read, expected) => {
  expect(read).toThrow(name);
  expect(read).toThrow(expected);
});
