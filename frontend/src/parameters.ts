/** The parameters of a call, as people say them. Pure. */

import { duration, number, percent, plain } from "./format";
import type { Hass } from "./hass";
import { honest } from "./strangers";

type Words = Pick<Hass, "locale" | "config">;
type Say = (hass: Words, value: number) => string;

const share: Say = (hass, value) => percent(hass, value);
const unit =
  (name: string): Say =>
  (hass, value) =>
    `${number(hass, value)} ${name}`;

/** By the name of a field: how a number in it is said. */
const SAY: Readonly<Record<string, Say>> = {
  brightness: (hass, value) => percent(hass, Math.round((value / 255) * 100)),
  brightness_pct: share,
  brightness_step_pct: share,
  humidity: share,
  percentage: share,
  position: share,
  tilt_position: share,
  volume_level: (hass, value) => percent(hass, Math.round(value * 100)),
  color_temp_kelvin: unit("K"),
  kelvin: unit("K"),
  transition: duration,
  duration,
};
const TEMPERATURE = /^(target_)?temp(erature)?(_high|_low)?$/;

export interface Parameter {
  name: string;
  value: string;
  /** What it comes to is decided when it runs. */
  later: boolean;
}

/** The parameters of a call by name; of a value that is a template the text of it. */
export const parametersOf = (
  hass: Words,
  data: Record<string, unknown> | undefined,
): Parameter[] =>
  Object.entries(data ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({
      name: honest(name.replace(/_pct$/, "").replaceAll("_", " ")),
      value: honest(said(hass, name, value)),
      later: isLater(value),
    }));

const said = (hass: Words, name: string, value: unknown): string => {
  if (typeof value === "number") {
    if (TEMPERATURE.test(name)) {
      return `${number(hass, value)} ${hass.config.unit_system?.temperature ?? "°"}`;
    }
    return Object.hasOwn(SAY, name) ? (SAY[name]?.(hass, value) ?? "") : number(hass, value);
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) {
    return value.join(", ");
  }
  return plain(value);
};

/** Whether there is a template or a reference in it, however deep. */
const isLater = (value: unknown): boolean => {
  if (typeof value === "string") return /\{\{|\{%/.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(isLater);
};
