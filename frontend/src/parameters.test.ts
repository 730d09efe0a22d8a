import { expect, test } from "vitest";
import { FakeHass } from "./fixtures";
import { parametersOf } from "./parameters";

const hass = new FakeHass();
const text = (data: Record<string, unknown>): string =>
  parametersOf(hass, data)
    .map((one) => `${one.name} ${one.value}`)
    .join("; ");

test("numbers have the unit that their field has", () => {
  expect(text({ brightness_pct: 40 })).toBe("brightness 40%");
  expect(text({ brightness: 102, volume_level: 0.25 })).toBe("brightness 40%; volume level 25%");
  expect(text({ transition: 2, color_temp_kelvin: 2700 })).toBe(
    "transition 2 sec; color temp kelvin 2,700 K",
  );
  expect(text({ temperature: 21.5 })).toBe("temperature 21.5 °");
});

test("a field of an unknown name is told as it is, whatever its name", () => {
  expect(text({ constructor: 3, rgb_color: [255, 0, 1] })).toBe(
    "constructor 3; rgb color 255, 0, 1",
  );
  expect(text({ data: { tag: "x" } })).toContain('"tag": "x"');
});

test("a template is a template, however deep it stands", () => {
  const [first, second, third] = parametersOf(hass, {
    brightness_pct: "{{ 20 + 20 }}",
    data: { deep: ["{% if x %}"] },
    message: "{ braces }",
  });
  expect(first).toEqual({ name: "brightness", value: "{{ 20 + 20 }}", later: true });
  expect(second?.later).toBe(true);
  expect(third?.later).toBe(false);
});

test("no parameters are none", () => {
  expect(parametersOf(hass, undefined)).toEqual([]);
  expect(parametersOf(hass, { effect: null })).toEqual([]);
});
