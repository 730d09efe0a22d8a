import { expect, test } from "vitest";
import { FakeHass } from "./fixtures";
import { actionName, duration, entityName, moment, number, percent, plain, timeLeft } from "./format";

const hass = new FakeHass();

test("numbers are written as the user has chosen", () => {
  const german = {
    locale: { language: "en", number_format: "decimal_comma" },
    config: hass.config,
  };
  expect(number(hass, 1234.5)).toBe("1,234.5");
  expect(number(german, 1234.5)).toBe("1.234,5");
  expect(percent(hass, 12.5)).toBe("12.5%");
});

test("times are those of the zone and the clock that the user has chosen", () => {
  expect(moment(hass, "2026-11-21T18:00:00+00:00")).toContain("19:00:00");
  const twelve = {
    locale: { ...hass.locale, time_format: "12" },
    config: hass.config,
  };
  expect(moment(twelve, "2026-11-21T18:00:00+00:00")).toMatch(/7:00:00\sPM/);
});

test("durations have the unit that fits them", () => {
  expect(duration(hass, 0.007)).toBe("7 ms");
  expect(duration(hass, 0.21)).toBe("0.2 sec");
  expect(duration(hass, 600)).toBe("10 min");
  expect(duration(hass, 9000)).toBe("2.5 hr");
});

test("what is left is told to the second, and never less than nothing", () => {
  const now = Date.parse("2026-11-21T06:00:00Z");
  expect(timeLeft(hass, "2026-11-21T06:01:05Z", now)).toBe("1:05");
  expect(timeLeft(hass, "2026-11-21T05:00:00Z", now)).toBe("0:00");
});

test("devices have their names and areas, and what is not there its id", () => {
  expect(entityName(hass, "light.table")).toBe("Table (Kitchen)");
  expect(entityName({ states: hass.states }, "light.table")).toBe("Table");
  expect(entityName(hass, "light.gone")).toBe("light.gone");
});

test("actions are words", () => {
  expect(actionName("lock.unlock")).toBe("Lock: unlock");
  expect(actionName("media_player.play_media")).toBe("Media player: play media");
  expect(actionName("delay")).toBe("Delay");
});

test("a value of somebody else reads as it is written", () => {
  expect(plain("a\u202eb")).toBe("a\ufffdb");
  expect(plain({ name: "\u2066x" })).toContain("\ufffdx");
});
