import type { Hass } from "../hass";
import type { Assistants, Catalog, Check, Journal } from "../types/upkeep";
import { ask } from "./ask";

export const catalog = (hass: Hass): Promise<Catalog> => ask(hass, "catalog");

export const assistants = (hass: Hass): Promise<Assistants> => ask(hass, "assistants");

export const journal = (hass: Hass): Promise<Journal> => ask(hass, "journal");

export const verifyJournal = (hass: Hass): Promise<Check> => ask(hass, "verify_journal");

/** Removes what the options no longer keep. */
export const purge = (
  hass: Hass,
  kept: { keep_days: number; keep_count: number },
): Promise<{ removed: number }> => ask(hass, "purge", kept);

export const resetCircuit = (hass: Hass, circuit: string): Promise<unknown> =>
  ask(hass, "reset_circuit", { circuit });

export const setEnabled = (hass: Hass, enabled: boolean): Promise<unknown> =>
  ask(hass, "set_enabled", { enabled });
