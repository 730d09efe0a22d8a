/** How large something is, as the user reads it. Pure. */

import { number } from "./format";
import type { Hass } from "./hass";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

export const bytes = (hass: Pick<Hass, "locale" | "config">, value: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), UNITS.length - 1);
  const shown = value / 1000 ** power;
  return number(hass, shown, {
    style: "unit",
    unit: UNITS[power] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: shown < 10 && power > 0 ? 1 : 0,
  });
};
