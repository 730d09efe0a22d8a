import type { Hass } from "../hass";
import type { Figures } from "../types/figures";
import { ask } from "./ask";

export const figures = (hass: Hass, days: number): Promise<Figures> =>
  ask(hass, "figures", { days });
