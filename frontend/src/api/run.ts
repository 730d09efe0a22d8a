import type { Hass } from "../hass";
import type { Accepted, RunData } from "../types/run";
import { ask } from "./ask";

/** Begins a run, and does not wait for its end. */
export const run = (hass: Hass, data: RunData): Promise<Accepted> =>
  ask(hass, "run", { ...data, wait: false });
