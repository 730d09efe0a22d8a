import { expect, test } from "vitest";
import { dayName } from "./day-name";

test("a date is the same day everywhere, in the language of the user", () => {
  expect(dayName({ locale: { language: "en" } }, "2026-11-21")).toBe("Sat, Nov 21");
  expect(dayName({ locale: { language: "de" } }, "2026-11-21")).toBe("Sa., 21. Nov.");
});
