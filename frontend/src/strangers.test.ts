import { expect, test } from "vitest";
import { honest } from "./strangers";

test("what would turn a text around is seen instead", () => {
  expect(honest("abc\u202egnp.exe")).toBe("abc\ufffdgnp.exe");
});

test("other scripts and markup stay as they are", () => {
  const text = "<b>שלום</b> [x](javascript:alert(1))";
  expect(honest(text)).toBe(text);
});
