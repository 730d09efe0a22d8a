import { expect, test } from "vitest";
import en from "./languages/en.json";
import { localize, word } from "./localize";
import { STATES } from "./types/execution";

test("values are put into their places, and others stay", () => {
  expect(localize("en", "left.hour", { left: 3 })).toBe("3 left this hour");
  expect(localize("en", "left.hour")).toBe("{left} left this hour");
});

test("a language that nobody has written is answered in English", () => {
  expect(localize("tlh-Latn", "title")).toBe(en.title);
});

test("every state has a text", () => {
  for (const state of STATES) expect(en).toHaveProperty([`state.${state}`]);
});

test("a word of a later engine is shown as it is", () => {
  expect(word("en", "state", "half_done")).toBe("half done");
  expect(word("en", "state", "failed")).toBe("Failed");
});
