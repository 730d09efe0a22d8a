import { expect, test } from "vitest";
import { FakeHass } from "./fixtures";
import { bytes } from "./sizes";

test("sizes have the unit that makes them short", () => {
  const hass = new FakeHass();
  expect(bytes(hass, 0)).toBe("0 byte");
  expect(bytes(hass, 999)).toBe("999 byte");
  expect(bytes(hass, 1500)).toBe("1.5 kB");
  expect(bytes(hass, 210_400_000)).toBe("210 MB");
});
