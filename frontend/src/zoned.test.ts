import { expect, test } from "vitest";
import { FakeHass } from "./fixtures";
import { fieldOf, momentOf } from "./zoned";

const hass = new FakeHass();

test("a field is read and shown in the zone of the home, winter and summer", () => {
  expect(momentOf(hass, "2026-11-21T06:00")).toBe("2026-11-21T05:00:00.000Z");
  expect(momentOf(hass, "2026-07-01T06:00")).toBe("2026-07-01T04:00:00.000Z");
  expect(fieldOf(hass, "2026-11-21T05:00:00.000Z")).toBe("2026-11-21T06:00");
  expect(fieldOf(hass, "2026-07-01T22:30:00Z")).toBe("2026-07-02T00:30");
});

test("on both sides of a change of the clocks it is the moment that they show", () => {
  expect(momentOf(hass, "2026-03-29T03:30")).toBe("2026-03-29T01:30:00.000Z");
  expect(momentOf(hass, "2026-10-25T03:30")).toBe("2026-10-25T02:30:00.000Z");
});

test("what is no moment is nothing", () => {
  expect(momentOf(hass, "")).toBe("");
  expect(fieldOf(hass, "yesterday")).toBe("");
});
