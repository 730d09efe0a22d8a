import type { Hass } from "../hass";
import type { Settings } from "../types/settings";
import { ask } from "./ask";

export const settings = (hass: Hass): Promise<Settings> => ask(hass, "settings");

/** An action of Home Assistant, since there is no command for it. */
export const panicStop = (hass: Hass): Promise<unknown> =>
  hass.callService("action_engine", "panic_stop");

export const liftPanic = (hass: Hass): Promise<unknown> =>
  hass.callService("action_engine", "lift_panic");
